(** R8 as a state that sightings are merged into one by one: a semilattice, and the same answer as the rule's words. *)

From Coq Require Import NArith List Bool Lia.
From OzStatus Require Import Order Semilattice Group Times Analysis Names Sightings.
Import ListNotations.
Open Scope N_scope.

Record state := {
  ended_known : option (N * analysis_resolution);   (* greatest known time of an ending; the worst there *)
  ended_unknown : option analysis_resolution;       (* the worst ending of unknown time *)
  running_known : option N;                         (* latest known time while running *)
  running_unknown : bool;                           (* seen running at an unknown time *)
  group_name : name;
  type_name : name
}.

Definition nothing_seen : state :=
  {| ended_known := None; ended_unknown := None; running_known := None; running_unknown := false;
     group_name := Absent; type_name := Absent |}.

Definition state_of (s : sighting) : state :=
  let ended := s_ended s in
  {| ended_known := if ended then match s_time s with Some t => Some (t, s_resolution s) | None => None end else None;
     ended_unknown := if ended then match s_time s with None => Some (s_resolution s) | Some _ => None end else None;
     running_known := if ended then None else s_time s;
     running_unknown := if ended then false else match s_time s with None => true | Some _ => false end;
     group_name := name_of (s_group s);
     type_name := name_of (s_type s) |}.

Definition merge_timed (a b : option (N * analysis_resolution)) : option (N * analysis_resolution) :=
  match a, b with
  | Some (t, r), Some (u, q) =>
      match t ?= u with Lt => Some (u, q) | Gt => Some (t, r) | Eq => Some (t, worse r q) end
  | None, x | x, None => x
  end.

Definition merge_option {A} (op : A -> A -> A) (a b : option A) : option A :=
  match a, b with Some x, Some y => Some (op x y) | None, x | x, None => x end.

Definition merge (a b : state) : state :=
  {| ended_known := merge_timed (ended_known a) (ended_known b);
     ended_unknown := merge_option worse (ended_unknown a) (ended_unknown b);
     running_known := merge_option N.max (running_known a) (running_known b);
     running_unknown := running_unknown a || running_unknown b;
     group_name := join_name (group_name a) (group_name b);
     type_name := join_name (type_name a) (type_name b) |}.

Definition read_resolution (s : state) : analysis_resolution * time :=
  match ended_known s, ended_unknown s with
  | None, None => (Analysis_PROCESSING, if running_unknown s then None else running_known s)
  | Some (t, r), None =>
      match running_known s with
      | Some u => if t <? u then (Analysis_PROCESSING, Some u) else (r, Some t)
      | None => (r, Some t)
      end
  | None, Some q => (q, None)
  | Some (_, r), Some q => (worse r q, None)
  end.

Definition read (id : option N) (s : state) : outcome analysis :=
  analysis_of id (group_name s) (type_name s) (fst (read_resolution s)) (snd (read_resolution s)).

Definition merge_all (l : list sighting) : state := fold_right merge nothing_seen (map state_of l).

Lemma merge_timed_associative : forall a b c, merge_timed a (merge_timed b c) = merge_timed (merge_timed a b) c.
Proof.
  intros [(t, r) |] [(u, q) |] [(v, p) |]; simpl; auto;
    repeat (match goal with |- context [?x ?= ?y] => destruct (N.compare_spec x y) end; simpl; subst);
    auto; try lia; now rewrite worse_associative.
Qed.

Lemma merge_timed_commutative : forall a b, merge_timed a b = merge_timed b a.
Proof.
  intros [(t, r) |] [(u, q) |]; simpl; auto.
  destruct (N.compare_spec t u), (N.compare_spec u t); subst; auto; try lia. now rewrite worse_commutative.
Qed.

Lemma merge_timed_idempotent : forall a, merge_timed a a = a.
Proof. intros [(t, r) |]; simpl; auto. now rewrite N.compare_refl, worse_idempotent. Qed.

Lemma merge_option_associative : forall A (op : A -> A -> A), (forall a b c, op a (op b c) = op (op a b) c) ->
  forall a b c, merge_option op a (merge_option op b c) = merge_option op (merge_option op a b) c.
Proof. intros A op H [] [] []; simpl; auto. now rewrite H. Qed.

Lemma merge_option_commutative : forall A (op : A -> A -> A), (forall a b, op a b = op b a) ->
  forall a b, merge_option op a b = merge_option op b a.
Proof. intros A op H [] []; simpl; auto. now rewrite H. Qed.

Lemma merge_option_idempotent : forall A (op : A -> A -> A), (forall a, op a a = a) ->
  forall a, merge_option op a a = a.
Proof. intros A op H []; simpl; auto. now rewrite H. Qed.

(** "Merging is associative, commutative, idempotent." *)
Theorem merge_associative : forall a b c, merge a (merge b c) = merge (merge a b) c.
Proof.
  intros; unfold merge; simpl.
  rewrite merge_timed_associative, (merge_option_associative _ worse worse_associative),
    (merge_option_associative _ N.max N.max_assoc), orb_assoc, !join_name_associative. reflexivity.
Qed.

Theorem merge_commutative : forall a b, merge a b = merge b a.
Proof.
  intros; unfold merge.
  rewrite merge_timed_commutative, (merge_option_commutative _ worse worse_commutative),
    (merge_option_commutative _ N.max N.max_comm), orb_comm,
    (join_name_commutative (group_name a)), (join_name_commutative (type_name a)). reflexivity.
Qed.

Theorem merge_idempotent : forall a, merge a a = a.
Proof.
  intros []; unfold merge; simpl.
  now rewrite merge_timed_idempotent, (merge_option_idempotent _ worse worse_idempotent),
    (merge_option_idempotent _ N.max N.max_idempotent), orb_diag, !join_name_idempotent.
Qed.

Theorem merge_neutral : forall a, merge nothing_seen a = a /\ merge a nothing_seen = a.
Proof.
  intros [ek eu rk ru g t]; unfold merge; simpl; split.
  - reflexivity.
  - rewrite (proj2 (join_name_absent g)), (proj2 (join_name_absent t)), orb_false_r.
    destruct ek as [[] |], eu, rk; reflexivity.
Qed.

Lemma merge_all_app : forall l l', merge_all (l ++ l') = merge (merge_all l) (merge_all l').
Proof.
  intros l l'; induction l as [| s l IH]; simpl.
  - now rewrite (proj1 (merge_neutral _)).
  - unfold merge_all in *. simpl. now rewrite IH, merge_associative.
Qed.

Lemma ended_known_spec : forall l,
  match ended_known (merge_all l) with
  | None => forall s, In s l -> s_running s = false -> s_time s = None
  | Some (t, r) =>
      (exists s, In s l /\ s_running s = false /\ s_time s = Some t /\ s_resolution s = r) /\
      (forall s u, In s l -> s_running s = false -> s_time s = Some u ->
         u < t \/ (u = t /\ le (lift (s_resolution s)) (lift r)))
  end.
Proof.
  induction l as [| a l IH]; [intros s [] |].
  change (merge_all (a :: l)) with (merge (state_of a) (merge_all l)). simpl.
  unfold s_ended. destruct (s_running a) eqn:R; simpl.
  - destruct (ended_known (merge_all l)) as [(t, r) |].
    + destruct IH as ((s & I & J) & U). split; [exists s; split; [now right | assumption] |].
      intros s' u [-> | I'] Q T; [congruence | eauto].
    + intros s [-> | I] Q; [congruence | auto].
  - destruct (s_time a) as [v |] eqn:T; simpl.
    + destruct (ended_known (merge_all l)) as [(t, r) |].
      * destruct IH as ((s & I & J) & U). destruct (N.compare_spec v t) as [C | C | C].
        -- subst t. split.
           ++ unfold worse. destruct (leb (lift (s_resolution a)) (lift r)).
              ** exists s; split; [now right | assumption].
              ** exists a; repeat split; auto; now left.
           ++ intros s' u [-> | I'] Q X.
              ** right. split; [congruence |]. rewrite lift_worse. apply join_upper_left.
              ** destruct (U s' u I' Q X) as [L | (E & L)]; [now left |]. right; split; auto.
                 rewrite lift_worse. eapply order_transitive; [exact L | apply join_upper_right].
        -- split; [exists s; split; [now right | assumption] |].
           intros s' u [-> | I'] Q X; [left; congruence | eauto].
        -- split; [exists a; repeat split; auto; now left |].
           intros s' u [-> | I'] Q X.
           ++ right; split; [congruence | apply order_reflexive].
           ++ left. destruct (U s' u I' Q X) as [L | (E & L)]; lia.
      * split; [exists a; repeat split; auto; now left |].
        intros s u [-> | I] Q X.
        -- right; split; [congruence | apply order_reflexive].
        -- rewrite (IH s I Q) in X; discriminate.
    + destruct (ended_known (merge_all l)) as [(t, r) |].
      * destruct IH as ((s & I & J) & U). split; [exists s; split; [now right | assumption] |].
        intros s' u [-> | I'] Q X; [congruence | eauto].
      * intros s [-> | I] Q; auto.
Qed.

Lemma ended_unknown_spec : forall l,
  match ended_unknown (merge_all l) with
  | None => forall s, In s l -> s_running s = false -> s_time s <> None
  | Some r =>
      (exists s, In s l /\ s_running s = false /\ s_time s = None /\ s_resolution s = r) /\
      (forall s, In s l -> s_running s = false -> s_time s = None -> le (lift (s_resolution s)) (lift r))
  end.
Proof.
  induction l as [| a l IH]; [intros s [] |].
  change (merge_all (a :: l)) with (merge (state_of a) (merge_all l)). simpl.
  unfold s_ended. destruct (s_running a) eqn:R; simpl.
  - destruct (ended_unknown (merge_all l)) as [r |].
    + destruct IH as ((s & I & J) & U). split; [exists s; split; [now right | assumption] |].
      intros s' [-> | I'] Q T; [congruence | eauto].
    + intros s [-> | I] Q; [congruence | auto].
  - destruct (s_time a) as [v |] eqn:T; simpl.
    + destruct (ended_unknown (merge_all l)) as [r |].
      * destruct IH as ((s & I & J) & U). split; [exists s; split; [now right | assumption] |].
        intros s' [-> | I'] Q X; [congruence | eauto].
      * intros s [-> | I] Q; [congruence | auto].
    + destruct (ended_unknown (merge_all l)) as [r |].
      * destruct IH as ((s & I & J) & U). split.
        -- unfold worse. destruct (leb (lift (s_resolution a)) (lift r)).
           ++ exists s; split; [now right | assumption].
           ++ exists a; repeat split; auto; now left.
        -- intros s' [-> | I'] Q X; rewrite lift_worse.
           ++ apply join_upper_left.
           ++ eapply order_transitive; [now apply U | apply join_upper_right].
      * split; [exists a; repeat split; auto; now left |].
        intros s [-> | I] Q X; [apply order_reflexive |]. exfalso. now apply (IH s I Q).
Qed.

Lemma running_known_spec : forall l,
  match running_known (merge_all l) with
  | None => forall s, In s l -> s_running s = true -> s_time s = None
  | Some t =>
      (exists s, In s l /\ s_running s = true /\ s_time s = Some t) /\
      (forall s u, In s l -> s_running s = true -> s_time s = Some u -> u <= t)
  end.
Proof.
  induction l as [| a l IH]; [intros s [] |].
  change (merge_all (a :: l)) with (merge (state_of a) (merge_all l)). simpl.
  unfold s_ended. destruct (s_running a) eqn:R; simpl.
  - destruct (s_time a) as [v |] eqn:T; simpl.
    + destruct (running_known (merge_all l)) as [t |].
      * destruct IH as ((s & I & J) & U). split.
        -- destruct (N.max_spec v t) as [(_ & ->) | (_ & ->)].
           ++ exists s; split; [now right | assumption].
           ++ exists a; repeat split; auto; now left.
        -- intros s' u [-> | I'] Q X; [assert (u = v) by congruence; lia |].
           specialize (U s' u I' Q X). lia.
      * split; [exists a; repeat split; auto; now left |].
        intros s u [-> | I] Q X; [assert (u = v) by congruence; lia |]. rewrite (IH s I Q) in X; discriminate.
    + destruct (running_known (merge_all l)) as [t |].
      * destruct IH as ((s & I & J) & U). split; [exists s; split; [now right | assumption] |].
        intros s' u [-> | I'] Q X; [congruence | eauto].
      * intros s [-> | I] Q; auto.
  - destruct (running_known (merge_all l)) as [t |].
    + destruct IH as ((s & I & J) & U). split; [exists s; split; [now right | assumption] |].
      intros s' u [-> | I'] Q X; [congruence | eauto].
    + intros s [-> | I] Q; [congruence | auto].
Qed.

Lemma running_unknown_spec : forall l, running_unknown (merge_all l) = true <->
  exists s, In s l /\ s_running s = true /\ s_time s = None.
Proof.
  induction l as [| a l IH]; [split; [discriminate | intros (s & [] & _)] |].
  change (merge_all (a :: l)) with (merge (state_of a) (merge_all l)). simpl.
  rewrite orb_true_iff, IH. unfold s_ended. split.
  - intros [H | (s & I & J)]; [| exists s; auto].
    exists a. destruct (s_running a), (s_time a); try discriminate H; auto.
  - intros (s & [-> | I] & R & T); [left; now rewrite R, T | right; exists s; auto].
Qed.

Lemma names_spec : forall l, group_name (merge_all l) = join_names (map s_group l) /\
  type_name (merge_all l) = join_names (map s_type l).
Proof.
  induction l as [| a l (G & T)]; [split; reflexivity |].
  change (merge_all (a :: l)) with (merge (state_of a) (merge_all l)). simpl.
  rewrite !join_names_cons, <- G, <- T. split; reflexivity.
Qed.

Lemma latest_unique : forall l t, In (Some t) l -> (forall o, In o l -> exists u, o = Some u /\ u <= t) ->
  latest l = Some t.
Proof.
  intros l t I U. destruct (latest_known l) as (v & E).
  - intros ->; contradiction.
  - intro Q. destruct (U None Q) as (u & X & _). discriminate.
  - rewrite E. f_equal. apply latest_is_a_member in E as M. destruct (U _ M) as (u & X & L).
    pose proof (latest_at_least_each l v t E I). injection X. intros. subst. lia.
Qed.

Lemma counting_ended : forall l, (forall s, In s l -> running_counts l s = false) ->
  counting l = possibly_last s_time (filter s_ended l).
Proof.
  intros l H. unfold counting. destruct (existsb (running_counts l) l) eqn:E; auto.
  apply existsb_exists in E. destruct E as (s & I & R). rewrite (H s I) in R. discriminate.
Qed.

Lemma counting_running : forall l, (exists s, In s l /\ running_counts l s = true) ->
  counting l = filter (running_counts l) l.
Proof.
  intros l H. unfold counting. apply existsb_exists in H. now rewrite H.
Qed.

Lemma all_running_resolution : forall l, (exists s, In s l /\ running_counts l s = true) ->
  merged_resolution l = Analysis_PROCESSING.
Proof.
  intros l H. assert (forall s, In s (counting l) -> s_resolution s = Analysis_PROCESSING) as C.
  { intros s I. rewrite counting_running in I by assumption. apply filter_In in I. destruct I as (_ & I).
    unfold running_counts in I. apply andb_true_iff in I. destruct I as (I & _).
    unfold s_running in I. destruct (s_resolution s); try discriminate I; auto. }
  destruct (merged_is_one_that_counts l) as (s & I & E).
  - destruct H as (s & I & _). intros ->; contradiction.
  - rewrite <- E. auto.
Qed.

Lemma started_again_iff : forall l s, started_again l s = true <->
  exists t, s_time s = Some t /\ forall e, In e l -> s_running e = false -> exists u, s_time e = Some u /\ u < t.
Proof.
  intros l s. unfold started_again. destruct (s_time s) as [t |].
  - rewrite forallb_forall. split.
    + intro H. exists t; split; auto. intros e I R. specialize (H e). rewrite ended_In in H.
      specialize (H (conj I R)). unfold known_before in H. destruct (s_time e) as [u |]; [| discriminate].
      exists u; split; auto. now apply N.ltb_lt.
    + intros (v & [= <-] & H) e I. apply ended_In in I. destruct I as (I & R). destruct (H e I R) as (u & U & L).
      unfold known_before. rewrite U. now apply N.ltb_lt.
  - split; [discriminate | intros (t & [=] & _)].
Qed.

Lemma resolution_and_time : forall l, l <> [] ->
  merged_resolution l = fst (read_resolution (merge_all l)) /\ merged_time l = snd (read_resolution (merge_all l)).
Proof.
  intros l N. unfold read_resolution.
  pose proof (ended_known_spec l) as EK. pose proof (ended_unknown_spec l) as EU.
  pose proof (running_known_spec l) as RK. pose proof (running_unknown_spec l) as RU.
  destruct (ended_known (merge_all l)) as [(t, r) |]; destruct (ended_unknown (merge_all l)) as [q |].
  - (* endings of known and of unknown time *)
    destruct EK as ((e & I & R & T & E) & U). destruct EU as ((f & J & S & V & F) & W).
    assert (forall s, In s l -> running_counts l s = false) as C.
    { intros s K. unfold running_counts. destruct (s_running s); auto. simpl.
      assert (existsb s_ended l = true) as -> by (apply existsb_exists; exists e; split; auto; unfold s_ended; now rewrite R).
      simpl. destruct (started_again l s) eqn:Q; auto. apply started_again_iff in Q. destruct Q as (v & _ & Q).
      destruct (Q f J S) as (u & X & _). congruence. }
    unfold merged_resolution, merged_time. rewrite counting_ended by assumption.
    assert (In e (possibly_last s_time (filter s_ended l))) as PE.
    { apply (possibly_last_known _ _ _ _ _ T). split; [now apply ended_In |].
      intros y u Y X. apply ended_In in Y. destruct Y as (Y & Z). destruct (U y u Y Z X) as [L | (L & _)]; lia. }
    assert (In f (possibly_last s_time (filter s_ended l))) as PF
      by (apply possibly_last_unknown; [now apply ended_In | assumption]).
    simpl. split.
    + apply worst_unique.
      * unfold worse. destruct (leb (lift r) (lift q)); [rewrite <- F | rewrite <- E]; now apply in_map.
      * intros x X. apply in_map_iff in X. destruct X as (s & <- & X). rewrite lift_worse.
        apply possibly_last_incl in X as Y. apply ended_In in Y. destruct Y as (Y & Z).
        destruct (s_time s) as [u |] eqn:TS.
        -- apply (possibly_last_known _ _ _ _ _ TS) in X. destruct X as (_ & X).
           assert (t <= u) by (apply (X e t); auto; now apply ended_In).
           destruct (U s u Y Z TS) as [L | (L & M)]; [lia |].
           eapply order_transitive; [exact M | apply join_upper_left].
        -- eapply order_transitive; [apply (W s Y Z TS) | apply join_upper_right].
    + apply latest_unknown. rewrite <- V. now apply in_map.
  - (* endings of known time only *)
    destruct EK as ((e & I & R & T & E) & U).
    assert (forall s, In s l -> s_running s = false -> exists u, s_time s = Some u /\ u <= t) as B.
    { intros s K Q. destruct (s_time s) as [u |] eqn:X; [| now apply EU in X].
      exists u; split; auto. destruct (U s u K Q X) as [L | (L & _)]; lia. }
    assert (existsb s_ended l = true) as EX by (apply existsb_exists; exists e; split; auto; unfold s_ended; now rewrite R).
    assert (forall s, In s l -> (running_counts l s = true <-> s_running s = true /\ exists u, s_time s = Some u /\ t < u)) as RC.
    { intros s K. unfold running_counts. rewrite EX. simpl. rewrite andb_true_iff, started_again_iff. split.
      - intros (Q & u & X & Y). split; auto. exists u; split; auto. destruct (Y e I R) as (v & V & L).
        assert (v = t) by congruence. lia.
      - intros (Q & u & X & L). split; auto. exists u; split; auto. intros s' K' Q'.
        destruct (B s' K' Q') as (v & V & M). exists v; split; auto. lia. }
    assert ((forall s, In s l -> running_counts l s = false) ->
      merged_resolution l = r /\ merged_time l = Some t) as Stands.
    { intro C. unfold merged_resolution, merged_time. rewrite counting_ended by assumption.
      assert (In e (possibly_last s_time (filter s_ended l))) as PE.
      { apply (possibly_last_known _ _ _ _ _ T). split; [now apply ended_In |].
        intros y u Y X. apply ended_In in Y. destruct Y as (Y & Z). destruct (B y Y Z) as (v & V & L).
        assert (u = v) by congruence. lia. }
      split.
      - apply worst_unique; [rewrite <- E; now apply in_map |].
        intros x X. apply in_map_iff in X. destruct X as (s & <- & X).
        apply possibly_last_incl in X as Y. apply ended_In in Y. destruct Y as (Y & Z).
        destruct (B s Y Z) as (u & TS & L). apply (possibly_last_known _ _ _ _ _ TS) in X. destruct X as (_ & X).
        assert (t <= u) by (apply (X e t); auto; now apply ended_In).
        destruct (U s u Y Z TS) as [M | (_ & M)]; [lia | assumption].
      - apply latest_unique; [rewrite <- T; now apply in_map |].
        intros o O. apply in_map_iff in O. destruct O as (s & <- & X).
        apply possibly_last_incl in X. apply ended_In in X. destruct X as (Y & Z). auto. }
    destruct (running_known (merge_all l)) as [u |].
    + destruct RK as ((s & K & Q & X) & M). destruct (N.ltb_spec t u) as [L | L]; simpl.
      * assert (running_counts l s = true) as C by (apply RC; eauto).
        split; [apply all_running_resolution; eauto |].
        unfold merged_time. rewrite counting_running by eauto. apply latest_unique.
        -- rewrite <- X. apply in_map, filter_In. auto.
        -- intros o O. apply in_map_iff in O. destruct O as (s' & <- & Y). apply filter_In in Y. destruct Y as (Y & Z).
           apply RC in Z as (Z & v & V & W); auto. exists v; split; auto. eauto.
      * apply Stands. intros s' K'. destruct (running_counts l s') eqn:C; auto. exfalso.
        apply RC in C as (Q' & v & V & W); auto. pose proof (M s' v K' Q' V). lia.
    + simpl. apply Stands. intros s' K'. destruct (running_counts l s') eqn:C; auto. exfalso.
      apply RC in C as (Q' & v & V & W); auto. rewrite (RK s' K' Q') in V. discriminate.
  - (* endings of unknown time only *)
    destruct EU as ((f & J & S & V & F) & W).
    assert (forall s, In s l -> running_counts l s = false) as C.
    { intros s K. unfold running_counts. destruct (s_running s); auto. simpl.
      assert (existsb s_ended l = true) as -> by (apply existsb_exists; exists f; split; auto; unfold s_ended; now rewrite S).
      simpl. destruct (started_again l s) eqn:Q; auto. apply started_again_iff in Q. destruct Q as (v & _ & Q).
      destruct (Q f J S) as (u & X & _). congruence. }
    unfold merged_resolution, merged_time. rewrite counting_ended by assumption. simpl.
    assert (In f (possibly_last s_time (filter s_ended l))) as PF
      by (apply possibly_last_unknown; [now apply ended_In | assumption]).
    split.
    + apply worst_unique; [rewrite <- F; now apply in_map |].
      intros x X. apply in_map_iff in X. destruct X as (s & <- & X).
      apply possibly_last_incl in X. apply ended_In in X. destruct X as (Y & Z). auto.
    + apply latest_unknown. rewrite <- V. now apply in_map.
  - (* nothing ended *)
    assert (forall s, In s l -> s_running s = true) as A.
    { intros s I. destruct (s_running s) eqn:Q; auto. exfalso. apply (EU s I Q). now apply EK. }
    assert (existsb s_ended l = false) as EX.
    { destruct (existsb s_ended l) eqn:Q; auto. apply existsb_exists in Q. destruct Q as (s & I & Q).
      unfold s_ended in Q. rewrite (A s I) in Q. discriminate. }
    assert (forall s, In s l -> running_counts l s = true) as C
      by (intros s I; unfold running_counts; rewrite (A s I), EX; reflexivity).
    assert (exists s, In s l /\ running_counts l s = true) as Some_counts.
    { destruct l as [| s r]; [contradiction |]. exists s; split; [now left | apply C; now left]. }
    simpl. split; [now apply all_running_resolution |].
    unfold merged_time. rewrite counting_running by assumption.
    destruct (running_unknown (merge_all l)).
    + destruct (proj1 RU eq_refl) as (s & I & _ & T). apply latest_unknown. rewrite <- T.
      apply in_map, filter_In. auto.
    + assert (forall s, In s l -> s_time s <> None) as K.
      { intros s I T. assert (false = true) by (apply RU; eauto). discriminate. }
      destruct (running_known (merge_all l)) as [t |].
      * destruct RK as ((s & I & _ & T) & M). apply latest_unique.
        -- rewrite <- T. apply in_map, filter_In; auto.
        -- intros o O. apply in_map_iff in O. destruct O as (s' & <- & Y). apply filter_In in Y. destruct Y as (Y & _).
           destruct (s_time s') as [u |] eqn:X; [exists u; split; eauto | now apply K in X].
      * exfalso. destruct l as [| s r]; [contradiction |].
        apply (K s); [now left |]. apply RK; [now left |]. apply A; now left.
Qed.

(** The state loses nothing: read at any time it is the rule over all sightings seen. *)
Theorem state_reads_as_the_rule : forall id l, l <> [] -> read id (merge_all l) = merge_sightings id l.
Proof.
  intros id l N. unfold read, merge_sightings. destruct (resolution_and_time l N) as (-> & ->).
  destruct (names_spec l) as (-> & ->). reflexivity.
Qed.

(** Two partial states, merged, read as all their sightings together. *)
Theorem partial_states_merge : forall id l l', l ++ l' <> [] ->
  read id (merge (merge_all l) (merge_all l')) = merge_sightings id (l ++ l').
Proof. intros id l l' N. rewrite <- merge_all_app. now apply state_reads_as_the_rule. Qed.
