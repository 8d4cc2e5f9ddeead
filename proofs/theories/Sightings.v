(** R8: several sightings of one analysis, as the rule words it. *)

From Coq Require Import NArith List Bool Lia.
From OzStatus Require Import Order Semilattice Group Times Analysis Names.
Import ListNotations.
Open Scope N_scope.

Record sighting := {
  s_id : option N;
  s_group : option N;
  s_type : option N;
  s_resolution : analysis_resolution;
  s_time : time
}.

Inductive error := Missing_outcome | Conflicting_groups | Conflicting_types.

Inductive outcome (A : Type) := Computed (a : A) | Refused (e : error).
Arguments Computed {A}.
Arguments Refused {A}.

Definition s_running (s : sighting) : bool := running_resolution (s_resolution s).
Definition s_ended (s : sighting) : bool := negb (s_running s).

Definition known_before (t : N) (e : sighting) : bool :=
  match s_time e with Some u => u <? t | None => false end.

(** "Its known time is later than those of all ended ones (an ended one of unknown time prevents this)." *)
Definition started_again (l : list sighting) (s : sighting) : bool :=
  match s_time s with Some t => forallb (known_before t) (filter s_ended l) | None => false end.

(** "A running sighting counts only if none has ended, or if" it was started again. *)
Definition running_counts (l : list sighting) (s : sighting) : bool :=
  s_running s && (negb (existsb s_ended l) || started_again l s).

(** "Else, of the ended ones those possibly last count." *)
Definition counting (l : list sighting) : list sighting :=
  if existsb (running_counts l) l then filter (running_counts l) l
  else possibly_last s_time (filter s_ended l).

(** No list of sightings is empty; if one were, it would read as unfinished. *)
Definition worst (l : list analysis_resolution) : analysis_resolution :=
  fold1 analysis_resolution worse Analysis_PROCESSING l.

Definition merged_resolution (l : list sighting) : analysis_resolution := worst (map s_resolution (counting l)).

(** "Known only if all sightings that count have one." *)
Definition merged_time (l : list sighting) : time := latest (map s_time (counting l)).

Definition analysis_of (id : option N) (group type : name) (r : analysis_resolution) (t : time) : outcome analysis :=
  match group, type with
  | Conflict, _ => Refused Conflicting_groups
  | _, Conflict => Refused Conflicting_types
  | _, _ =>
      let given n := match n with Named k => Some k | _ => None end in
      Computed {| a_id := id; a_group := given group; a_type := given type; a_resolution := r; a_time := t |}
  end.

Definition merge_sightings (id : option N) (l : list sighting) : outcome analysis :=
  analysis_of id (join_names (map s_group l)) (join_names (map s_type l)) (merged_resolution l) (merged_time l).

Lemma worst_same_members : forall l l', same_members l l' -> worst l = worst l'.
Proof.
  intros; apply fold1_same_members; auto using worse_associative, worse_commutative, worse_idempotent.
Qed.

Lemma lift_worst : forall l, l <> [] -> lift (worst l) = group_result (map lift l).
Proof.
  intros [| a r] N; [contradiction |]. unfold worst; simpl. clear N. revert a.
  induction r as [| b r IH]; simpl; intro a; auto. now rewrite IH, lift_worse.
Qed.

Lemma worst_unique : forall l r, In r l -> (forall x, In x l -> le (lift x) (lift r)) -> worst l = r.
Proof.
  intros l r I U. apply lift_injective. rewrite lift_worst by (intros ->; contradiction).
  apply group_result_unique; [now apply in_map |]. intros x X. apply in_map_iff in X. destruct X as (y & <- & Y). auto.
Qed.

Lemma ended_In : forall l s, In s (filter s_ended l) <-> In s l /\ s_running s = false.
Proof. intros; rewrite filter_In; unfold s_ended; rewrite negb_true_iff; tauto. Qed.

Lemma counting_same_members : forall l l', same_members l l' -> same_members (counting l) (counting l').
Proof.
  intros l l' S.
  assert (forall s, running_counts l s = running_counts l' s) as R.
  { intro s; unfold running_counts, started_again. f_equal. f_equal.
    - f_equal. now apply same_members_existsb.
    - destruct (s_time s); auto. apply same_members_forallb; auto. now apply same_members_filter. }
  unfold counting. rewrite (same_members_existsb _ (running_counts l) (running_counts l') l l') by auto.
  destruct (existsb (running_counts l') l').
  - now apply same_members_filter.
  - apply possibly_last_same_members; auto. now apply same_members_filter.
Qed.

(** Something counts wherever something was seen. *)
Theorem counting_not_empty : forall l, l <> [] -> counting l <> [].
Proof.
  intros l N; unfold counting. destruct (existsb (running_counts l) l) eqn:E.
  - apply existsb_exists in E. destruct E as (s & I & R). intro Q.
    assert (In s (filter (running_counts l) l)) as J by now apply filter_In. rewrite Q in J; contradiction.
  - apply possibly_last_not_empty. intro Q. destruct l as [| s r]; [contradiction |].
    assert (existsb s_ended (s :: r) = false) as X.
    { destruct (existsb s_ended (s :: r)) eqn:X; auto. apply existsb_exists in X. destruct X as (e & I & Y).
      assert (In e (filter s_ended (s :: r))) as J by now apply filter_In. rewrite Q in J; contradiction. }
    assert (running_counts (s :: r) s = true) as Y.
    { unfold running_counts. rewrite X. simpl in X. apply orb_false_iff in X. destruct X as (X & _).
      unfold s_ended in X. apply negb_false_iff in X. rewrite X. reflexivity. }
    simpl in E. rewrite Y in E. discriminate.
Qed.

Lemma counting_incl : forall l, incl (counting l) l.
Proof.
  intros l s; unfold counting. destruct (existsb _ _); intro I.
  - now apply filter_In in I.
  - apply possibly_last_incl in I. now apply ended_In in I.
Qed.

(** "The order and repetition of sightings never matter." *)
Theorem sightings_order_and_repetition : forall id l l',
  same_members l l' -> merge_sightings id l = merge_sightings id l'.
Proof.
  intros id l l' S. unfold merge_sightings.
  rewrite (join_names_same_members (map s_group l) (map s_group l')) by now apply same_members_map.
  rewrite (join_names_same_members (map s_type l) (map s_type l')) by now apply same_members_map.
  unfold merged_resolution, merged_time.
  rewrite (worst_same_members (map s_resolution (counting l)) (map s_resolution (counting l')))
    by now apply same_members_map, counting_same_members.
  rewrite (latest_same_members (map s_time (counting l)) (map s_time (counting l')))
    by now apply same_members_map, counting_same_members.
  reflexivity.
Qed.

(** "A sighting without id stands for itself", and so does a lone one with id. *)
Theorem lone_sighting_stands_for_itself : forall s, merge_sightings (s_id s) [s] =
  Computed {| a_id := s_id s; a_group := s_group s; a_type := s_type s;
              a_resolution := s_resolution s; a_time := s_time s |}.
Proof.
  intros [id g t r u]. unfold merge_sightings, merged_resolution, merged_time.
  assert (counting [{| s_id := id; s_group := g; s_type := t; s_resolution := r; s_time := u |}] =
    [{| s_id := id; s_group := g; s_type := t; s_resolution := r; s_time := u |}]) as ->.
  { destruct r; try reflexivity;
      unfold counting, possibly_last, is_possibly_last, not_after; simpl; destruct u; simpl; auto; now rewrite N.leb_refl. }
  destruct g, t; reflexivity.
Qed.

(** "A running sighting counts only if none has ended, or if its known time is later than those of all ended ones." *)
Theorem running_counts_only_if : forall l s, In s (counting l) -> s_running s = true ->
  (forall e, In e l -> s_running e = true) \/
  (exists t, s_time s = Some t /\ forall e, In e l -> s_running e = false -> exists u, s_time e = Some u /\ u < t).
Proof.
  intros l s I R. unfold counting in I. destruct (existsb (running_counts l) l).
  - apply filter_In in I. destruct I as (I & C). unfold running_counts in C. rewrite R in C. simpl in C.
    apply orb_true_iff in C. destruct C as [C | C].
    + left. intros e E. destruct (s_running e) eqn:Q; auto.
      assert (existsb s_ended l = true) as X; [| rewrite X in C; discriminate].
      apply existsb_exists; exists e; split; auto. unfold s_ended. now rewrite Q.
    + right. unfold started_again in C. destruct (s_time s) as [t |]; [| discriminate]. exists t; split; auto.
      intros e E Q. rewrite forallb_forall in C. specialize (C e). rewrite ended_In in C. specialize (C (conj E Q)).
      unfold known_before in C. destruct (s_time e) as [u |]; [| discriminate]. exists u; split; auto.
      now apply N.ltb_lt.
  - apply possibly_last_incl, ended_In in I. destruct I as (_ & I). congruence.
Qed.

(** What counts is never better than what the analysis comes to: "the worst stands". *)
Theorem merged_at_least_each_that_counts : forall l s, In s (counting l) ->
  le (lift (s_resolution s)) (lift (merged_resolution l)).
Proof.
  intros l s I. unfold merged_resolution. rewrite lift_worst.
  - now apply group_result_at_least_each, in_map, in_map.
  - intro E. apply map_eq_nil in E. rewrite E in I; contradiction.
Qed.

Theorem merged_is_one_that_counts : forall l, l <> [] ->
  exists s, In s (counting l) /\ s_resolution s = merged_resolution l.
Proof.
  intros l N. assert (map s_resolution (counting l) <> []) as M
    by (intro E; apply map_eq_nil in E; now apply counting_not_empty in E).
  assert (In (lift (merged_resolution l)) (map lift (map s_resolution (counting l)))) as I.
  { unfold merged_resolution. rewrite lift_worst by assumption. apply group_result_is_a_member.
    intro E. now apply map_eq_nil in E. }
  apply in_map_iff in I. destruct I as (r & E & I). apply in_map_iff in I. destruct I as (s & <- & I).
  exists s; split; auto. now apply lift_injective.
Qed.

(** "An ending is final": one of unknown time, and no running sighting counts any more. *)
Theorem ending_of_unknown_time_is_final : forall l e, In e l -> s_running e = false -> s_time e = None ->
  running_resolution (merged_resolution l) = false /\ le (lift (s_resolution e)) (lift (merged_resolution l)).
Proof.
  intros l e I R T.
  assert (forall s, In s (counting l) -> s_running s = false) as C.
  { intros s J. destruct (s_running s) eqn:Q; auto. exfalso.
    destruct (running_counts_only_if l s J Q) as [A | (t & _ & A)].
    - rewrite (A e I) in R; discriminate.
    - destruct (A e I R) as (u & U & _). congruence. }
  split.
  - destruct (merged_is_one_that_counts l) as (s & J & <-); [intros ->; contradiction |]. now apply C.
  - apply merged_at_least_each_that_counts. unfold counting.
    destruct (existsb (running_counts l) l) eqn:E.
    + exfalso. apply existsb_exists in E. destruct E as (s & J & E).
      assert (In s (counting l)) as K.
      { unfold counting. assert (existsb (running_counts l) l = true) as -> by (apply existsb_exists; eauto). now apply filter_In. }
      apply C in K. unfold running_counts in E. rewrite K in E. discriminate.
    + apply possibly_last_unknown; auto. now apply ended_In.
Qed.

(** "A later one replaces an earlier one": of endings of known time the last stands alone. *)
Theorem later_ending_replaces : forall l e t, In e l -> s_running e = false -> s_time e = Some t ->
  (forall s, In s l -> s_running s = false -> s <> e -> exists u, s_time s = Some u /\ u < t) ->
  (forall s u, In s l -> s_running s = true -> s_time s = Some u -> u <= t) ->
  merged_resolution l = s_resolution e /\ merged_time l = Some t.
Proof.
  intros l e t I R T U V.
  assert (forall s, In s (counting l) -> s = e) as C.
  { intros s J. destruct (s_running s) eqn:Q.
    - exfalso. destruct (running_counts_only_if l s J Q) as [A | (v & W & A)].
      + rewrite (A e I) in R; discriminate.
      + destruct (A e I R) as (u & X & Y). apply counting_incl in J. pose proof (V s v J Q W).
        assert (u = t) by congruence. lia.
    - unfold counting in J. destruct (existsb (running_counts l) l).
      + apply filter_In in J. destruct J as (_ & J). unfold running_counts in J. rewrite Q in J. discriminate.
      + apply possibly_last_incl in J as K. apply ended_In in K. destruct K as (K & _).
        assert ({s = e} + {s <> e}) as [D | D]; auto.
        { repeat decide equality. }
        exfalso. destruct (U s K Q D) as (u & X & Y).
        apply (possibly_last_known _ _ _ _ _ X) in J. destruct J as (_ & J).
        specialize (J e t). rewrite ended_In in J. specialize (J (conj I R) T). lia. }
  destruct (merged_is_one_that_counts l) as (s & J & E); [intros ->; contradiction |].
  split; [now rewrite <- E, (C s J) |].
  unfold merged_time. rewrite (latest_same_members _ [Some t]); [reflexivity |].
  intro x; rewrite in_map_iff; simpl; split.
  - intros (y & <- & Y). left. now rewrite (C y Y).
  - intros [<- | []]. exists s; split; auto. now rewrite (C s J).
Qed.

(** "Two different ones are an error." *)
Theorem conflicting_groups_refused : forall id l,
  merge_sightings id l = Refused Conflicting_groups <->
  exists a b m n, In a l /\ In b l /\ s_group a = Some m /\ s_group b = Some n /\ m <> n.
Proof.
  intros id l. transitivity (join_names (map s_group l) = Conflict).
  - unfold merge_sightings, analysis_of. destruct (join_names (map s_group l)), (join_names (map s_type l)); split; congruence.
  - rewrite join_names_conflict. split.
    + intros (m & n & A & B & D). apply in_map_iff in A, B. destruct A as (a & A & I), B as (b & B & J).
      exists a, b, m, n; auto.
    + intros (a & b & m & n & I & J & A & B & D). exists m, n; rewrite <- A, <- B; auto using in_map.
Qed.
