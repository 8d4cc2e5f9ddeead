(** All rules together: from sightings in payload order to the verdict, and the laws of SPEC 7 over whole folders. *)

From Coq Require Import NArith List Bool Permutation.
From OzStatus Require Import Order Semilattice Group Times Analysis FolderStatus SystemResolution Determining
  Requirements Names Sightings.
Import ListNotations.

(** What a payload says of one sighting, words and times read. *)
Record observed := {
  o_id : option N; o_group : option N; o_type : option N;
  o_state : option analysis_state;
  o_resolution_status : option analysis_resolution;
  o_resolution : option analysis_resolution;
  o_time : time
}.

Definition sighting_of (o : observed) : outcome sighting :=
  match resolve_analysis (o_state o) (o_resolution_status o) (o_resolution o) with
  | Some r => Computed {| s_id := o_id o; s_group := o_group o; s_type := o_type o; s_resolution := r; s_time := o_time o |}
  | None => Refused Missing_outcome
  end.

Fixpoint collect {A} (l : list (outcome A)) : outcome (list A) :=
  match l with
  | [] => Computed []
  | Refused e :: _ => Refused e
  | Computed a :: r => match collect r with Computed q => Computed (a :: q) | Refused e => Refused e end
  end.

Definition same_id (k : N) (s : sighting) : bool := key_eqb (s_id s) (Some k).

(** The sightings of each analysis, with the index of its first one. *)
Fixpoint units_from (all : list sighting) (seen : list N) (index : nat) (l : list sighting) : list (nat * list sighting) :=
  match l with
  | [] => []
  | s :: r =>
      match s_id s with
      | None => (index, [s]) :: units_from all seen (S index) r
      | Some k =>
          if existsb (N.eqb k) seen then units_from all seen (S index) r
          else (index, filter (same_id k) all) :: units_from all (k :: seen) (S index) r
      end
  end.

Definition units (l : list sighting) : list (nat * list sighting) := units_from l [] 0 l.

Definition merge_unit (u : list sighting) : outcome analysis :=
  merge_sightings (match u with s :: _ => s_id s | [] => None end) u.

Definition analyses_of (l : list sighting) : outcome (list analysis) := collect (map merge_unit (map snd (units l))).

Record group_verdict := {
  g_group : option N; g_resolution : resolution; g_finished : time; g_counts : list N
}.

Record required_verdict := { q_type : N; q_resolution : resolution; q_determining : list nat }.

Record verdict := {
  v_status : folder_status;
  v_resolution : resolution;
  v_decision : decision;
  v_determining : list nat;
  v_last_finished : list (option N);
  v_groups : list group_verdict;
  v_required : list required_verdict
}.

Definition counted := [SUCCESS; OPERATOR_REQUIRED; DECLINED; FAILED; PROCESSING].

(** "Null while running or unknown." *)
Definition finished_at (f : list analysis) (g : option N) : time :=
  if existsb running (members f g) then None else group_time f g.

Definition group_verdict_of (f : list analysis) (g : option N) : group_verdict :=
  {| g_group := g; g_resolution := result_of_group f g; g_finished := finished_at f g;
     g_counts := map (fun r => N.of_nat (length (filter (fun a => eqb (resolution_of a) r) (members f g)))) counted |}.

(** The places of the determining analyses. *)
Definition determining_places (callback : option analysis_state) (indexed : list (nat * analysis)) : list nat :=
  map fst (filter (fun p => determines callback (map snd indexed) (snd p)) indexed).

Definition required_verdict_of (callback : option analysis_state) (indexed : list (nat * analysis)) (t : N) : required_verdict :=
  {| q_type := t; q_resolution := system_resolution callback (restrict (map snd indexed) t);
     q_determining := determining_places callback (filter (fun p => has_type t (snd p)) indexed) |}.

(** "In the caller's order, repeats dropped." *)
Fixpoint distinct (l : list N) : list N :=
  match l with [] => [] | t :: r => t :: filter (fun u => negb (N.eqb t u)) (distinct r) end.

Definition verdict_of (callback : option analysis_state) (required : list N) (indexed : list (nat * analysis)) : verdict :=
  let f := map snd indexed in
  {| v_status := folder_status_of callback f;
     v_resolution := system_resolution callback f;
     v_decision := decision_of callback f required;
     v_determining := determining_places callback indexed;
     v_last_finished := last_finished callback f;
     v_groups := map (group_verdict_of f) (group_keys f);
     v_required := map (required_verdict_of callback indexed) (distinct required) |}.

Definition judge (callback : option analysis_state) (required : list N) (l : list sighting) : outcome verdict :=
  match analyses_of l with
  | Computed f => Computed (verdict_of callback required (combine (map fst (units l)) f))
  | Refused e => Refused e
  end.

Definition judge_observed (callback : option analysis_state) (required : list N) (l : list observed) : outcome verdict :=
  match collect (map sighting_of l) with
  | Computed s => judge callback required s
  | Refused e => Refused e
  end.

Lemma same_id_iff : forall k s, same_id k s = true <-> s_id s = Some k.
Proof. intros; apply key_eqb_eq. Qed.

Lemma existsb_N : forall k l, existsb (N.eqb k) l = true <-> In k l.
Proof.
  intros k l; rewrite existsb_exists; split.
  - intros (x & I & E). apply N.eqb_eq in E. now subst.
  - intro I; exists k; split; auto. apply N.eqb_refl.
Qed.

Lemma units_In : forall all l seen i u, In u (map snd (units_from all seen i l)) <->
  (exists s, In s l /\ s_id s = None /\ u = [s]) \/
  (exists s k, In s l /\ s_id s = Some k /\ ~ In k seen /\ u = filter (same_id k) all).
Proof.
  intros all l; induction l as [| s l IH]; intros seen i u; simpl.
  - split; [intros [] | intros [(s & [] & _) | (s & k & [] & _)]].
  - destruct (s_id s) as [k |] eqn:E.
    + destruct (existsb (N.eqb k) seen) eqn:X.
      * apply existsb_N in X. rewrite IH. split.
        -- intros [(q & I & J) | (q & m & I & J)]; [left; exists q | right; exists q, m]; tauto.
        -- intros [(q & [-> | I] & J & K) | (q & m & [-> | I] & J & N & K)].
           ++ congruence.
           ++ left; exists q; auto.
           ++ assert (m = k) by congruence. subst. contradiction.
           ++ right; exists q, m; auto.
      * assert (~ In k seen) as NI by (intro I; apply existsb_N in I; congruence).
        simpl. rewrite IH. split.
        -- intros [<- | [(q & I & J) | (q & m & I & J & N & K)]].
           ++ right; exists s, k; auto.
           ++ left; exists q; tauto.
           ++ right; exists q, m; simpl in N; tauto.
        -- intros [(q & [-> | I] & J & K) | (q & m & [-> | I] & J & N & K)].
           ++ congruence.
           ++ right; left; exists q; auto.
           ++ assert (m = k) by congruence. subst. now left.
           ++ destruct (N.eq_dec k m) as [-> | D]; [now left |].
              right; right; exists q, m; repeat split; auto. simpl. intros [Y | Y]; auto.
    + simpl. rewrite IH. split.
      * intros [<- | [(q & I & J) | (q & m & I & J)]].
        -- left; exists s; auto.
        -- left; exists q; tauto.
        -- right; exists q, m; tauto.
      * intros [(q & [-> | I] & J & K) | (q & m & [-> | I] & J & N & K)].
        -- left; auto.
        -- right; left; exists q; auto.
        -- congruence.
        -- right; right; exists q, m; auto.
Qed.

Lemma merge_unit_of_id : forall l k s, In s l -> s_id s = Some k ->
  merge_unit (filter (same_id k) l) = merge_sightings (Some k) (filter (same_id k) l).
Proof.
  intros l k s I E. unfold merge_unit. destruct (filter (same_id k) l) as [| q r] eqn:F.
  - exfalso. assert (In s (filter (same_id k) l)) as J by (apply filter_In; split; auto; now apply same_id_iff).
    rewrite F in J; contradiction.
  - assert (In q (filter (same_id k) l)) as J by (rewrite F; now left).
    apply filter_In in J. destruct J as (_ & J). apply same_id_iff in J. now rewrite J.
Qed.

Lemma merged_units_incl : forall l l', same_members l l' ->
  incl (map merge_unit (map snd (units l))) (map merge_unit (map snd (units l'))).
Proof.
  intros l l' S o I. apply in_map_iff in I. destruct I as (u & <- & I). apply units_In in I.
  destruct I as [(s & I & E & ->) | (s & k & I & E & _ & ->)].
  - apply in_map. apply units_In. left; exists s; split; auto. now apply S.
  - rewrite (merge_unit_of_id l k s I E).
    rewrite (sightings_order_and_repetition (Some k) _ (filter (same_id k) l')) by now apply same_members_filter.
    assert (In s l') as I' by now apply S.
    rewrite <- (merge_unit_of_id l' k s I' E). apply in_map, units_In. right; exists s, k; auto.
Qed.

Lemma collect_computed : forall A (l : list (outcome A)) f, collect l = Computed f <-> l = map Computed f.
Proof.
  intros A l; induction l as [| [a | e] l IH]; intro f; simpl.
  - destruct f; simpl; split; congruence.
  - destruct (collect l) as [q | e].
    + destruct f as [| b f]; simpl; split; try discriminate; intro H.
      * injection H; intros <- <-. f_equal. now apply IH.
      * injection H; intros E <-. apply IH in E. congruence.
    + destruct f as [| b f]; simpl; split; try discriminate; intro H.
      injection H; intros E _. apply IH in E. discriminate.
  - destruct f; simpl; split; congruence.
Qed.

Lemma collect_refused : forall A (l : list (outcome A)), (exists e, collect l = Refused e) <-> (exists e, In (Refused e) l).
Proof.
  intros A l; induction l as [| [a | e] l IH]; simpl.
  - split; [intros (e & [=]) | intros (e & [])].
  - destruct (collect l) as [q | e'].
    + split; [intros (e & [=]) |]. intros (e & [[=] | I]). destruct (proj2 IH (ex_intro _ e I)) as (x & [=]).
    + split; [| eauto]. intros _. destruct (proj1 IH (ex_intro _ e' eq_refl)) as (x & I). eauto.
  - split; eauto.
Qed.

Lemma collect_same_members : forall A (l l' : list (outcome A)), same_members l l' ->
  match collect l, collect l' with
  | Computed f, Computed f' => same_members f f'
  | Refused _, Refused _ => True
  | _, _ => False
  end.
Proof.
  intros A l l' S. destruct (collect l) as [f | e] eqn:F, (collect l') as [f' | e'] eqn:F'; auto.
  - apply collect_computed in F, F'. subst. intro x.
    assert (forall q : list A, In (Computed x) (map Computed q) <-> In x q) as M.
    { intro q; rewrite in_map_iff; split; [intros (y & [= ->] & I); auto | eauto]. }
    rewrite <- (M f), <- (M f'). apply S.
  - destruct (proj1 (collect_refused _ l') (ex_intro _ e' F')) as (x & I). apply S in I.
    destruct (proj2 (collect_refused _ l) (ex_intro _ x I)) as (y & Y). congruence.
  - destruct (proj1 (collect_refused _ l) (ex_intro _ e F)) as (x & I). apply S in I.
    destruct (proj2 (collect_refused _ l') (ex_intro _ x I)) as (y & Y). congruence.
Qed.

(** Sightings in any order, any of them repeated, are the same analyses, or an error either way. *)
Theorem analyses_order_and_repetition : forall l l', same_members l l' ->
  match analyses_of l, analyses_of l' with
  | Computed f, Computed f' => same_members f f'
  | Refused _, Refused _ => True
  | _, _ => False
  end.
Proof.
  intros l l' S. apply collect_same_members. intro x; split; apply merged_units_incl; auto using same_members_sym.
Qed.

Lemma units_length : forall l f, analyses_of l = Computed f -> length (map fst (units l)) = length f.
Proof.
  intros l f H. apply collect_computed in H. rewrite map_length.
  rewrite <- (map_length snd), <- (map_length merge_unit), H. apply map_length.
Qed.

Lemma map_snd_combine : forall A B (a : list A) (b : list B), length a = length b -> map snd (combine a b) = b.
Proof.
  intros A B a; induction a as [| x a IH]; intros [| y b] H; simpl in *; try discriminate; auto.
  f_equal; auto.
Qed.

Lemma finished_at_same : forall f f' g, same_members f f' -> finished_at f g = finished_at f' g.
Proof.
  intros f f' g S; unfold finished_at. rewrite (group_time_same f f' g S).
  rewrite (same_members_existsb _ running running (members f g) (members f' g)); auto. now apply members_same.
Qed.

(** What a verdict says of a group, but for the counts. *)
Definition told_of_group (g : group_verdict) : option N * resolution * time := (g_group g, g_resolution g, g_finished g).

Lemma groups_same : forall f f', same_members f f' ->
  same_members (map told_of_group (map (group_verdict_of f) (group_keys f)))
               (map told_of_group (map (group_verdict_of f') (group_keys f'))).
Proof.
  intros f f' S. rewrite !map_map.
  rewrite (map_ext (fun g => told_of_group (group_verdict_of f g)) (fun g => told_of_group (group_verdict_of f' g))).
  - now apply same_members_map, group_keys_same.
  - intro g. unfold told_of_group, group_verdict_of; simpl.
    now rewrite (result_of_group_same f f' g S), (finished_at_same f f' g S).
Qed.

(** "Sightings with ids in any order, any of them repeated, give the same verdict up to index, path and list order."
    Index and list order are left out here by what is compared. *)
Theorem verdict_order_and_repetition : forall cb req l l' v v', same_members l l' ->
  judge cb req l = Computed v -> judge cb req l' = Computed v' ->
  v_status v = v_status v' /\ v_resolution v = v_resolution v' /\ v_decision v = v_decision v' /\
  same_members (v_last_finished v) (v_last_finished v') /\
  same_members (map told_of_group (v_groups v)) (map told_of_group (v_groups v')) /\
  map q_type (v_required v) = map q_type (v_required v') /\
  map q_resolution (v_required v) = map q_resolution (v_required v').
Proof.
  intros cb req l l' v v' S. unfold judge. pose proof (analyses_order_and_repetition l l' S) as A.
  destruct (analyses_of l) as [f |] eqn:F; [| discriminate]. destruct (analyses_of l') as [f' |] eqn:F'; [| discriminate].
  intros [= <-] [= <-]. unfold verdict_of; simpl.
  rewrite !map_snd_combine by now apply units_length.
  refine (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ _)))))).
  - now apply folder_status_same_members.
  - now apply system_resolution_same_members.
  - apply decision_same_members; auto using same_members_refl.
  - now apply last_finished_same_members.
  - now apply groups_same.
  - rewrite !map_map. reflexivity.
  - rewrite !map_map. simpl. rewrite !map_snd_combine by now apply units_length.
    apply map_ext. intro t. apply system_resolution_same_members. now apply same_members_filter.
Qed.

Theorem refused_in_any_order : forall cb req l l', same_members l l' ->
  (exists e, judge cb req l = Refused e) <-> (exists e, judge cb req l' = Refused e).
Proof.
  intros cb req l l' S. pose proof (analyses_order_and_repetition l l' S) as A. unfold judge.
  destruct (analyses_of l), (analyses_of l'); try contradiction; split; intros (x & H); try discriminate H; eauto.
Qed.

Lemma merge_sightings_id : forall id l a, merge_sightings id l = Computed a -> a_id a = id.
Proof.
  intros id l a. unfold merge_sightings, analysis_of.
  destruct (join_names (map s_group l)), (join_names (map s_type l)); intro H; try discriminate H; injection H; intros <-; reflexivity.
Qed.

Lemma merged_ids_distinct : forall all l seen i f, incl l all -> (forall s, In s l -> s_id s <> None) ->
  map merge_unit (map snd (units_from all seen i l)) = map Computed f ->
  NoDup (map a_id f) /\ (forall k, In k seen -> ~ In (Some k) (map a_id f)).
Proof.
  intros all l; induction l as [| s l IH]; intros seen i f I N H; simpl in H.
  - destruct f; [| discriminate]. simpl. split; [constructor | auto].
  - assert (incl l all) as I' by (intros x X; apply I; now right).
    assert (forall q, In q l -> s_id q <> None) as N' by (intros q Q; apply N; now right).
    destruct (s_id s) as [k |] eqn:E; [| exfalso; apply (N s); auto; now left].
    destruct (existsb (N.eqb k) seen) eqn:X; [now apply (IH seen (S i)) |].
    destruct f as [| a f]; [discriminate |]. simpl in H. injection H; intros R A.
    rewrite (merge_unit_of_id all k s) in A by (auto; apply I; now left).
    apply merge_sightings_id in A. destruct (IH (k :: seen) (S i) f I' N' R) as (D & U). simpl. rewrite A. split.
    + constructor; auto. apply U. now left.
    + intros m M [[= ->] | Y].
      * apply existsb_N in M. congruence.
      * apply (U m); auto. now right.
Qed.

(** Where all sightings have ids, the analyses are the same one for one: the counts of groups, too. *)
Theorem analyses_with_ids_permuted : forall l l' f f', same_members l l' -> (forall s, In s l -> s_id s <> None) ->
  analyses_of l = Computed f -> analyses_of l' = Computed f' -> Permutation f f'.
Proof.
  intros l l' f f' S N F F'. pose proof (analyses_order_and_repetition l l' S) as A. rewrite F, F' in A.
  apply collect_computed in F, F'.
  apply NoDup_Permutation; auto.
  - eapply NoDup_map_inv. apply (merged_ids_distinct l l [] 0 f); auto using incl_refl.
  - eapply NoDup_map_inv. apply (merged_ids_distinct l' l' [] 0 f'); auto using incl_refl.
    intros s I. apply N. now apply S.
Qed.

(** "A further required type never makes the system resolution better": it does not touch it. *)
Theorem further_required_type_keeps_system_resolution : forall cb req req' l v v',
  judge cb req l = Computed v -> judge cb req' l = Computed v' ->
  v_resolution v = v_resolution v' /\ v_status v = v_status v'.
Proof.
  intros cb req req' l v v'. unfold judge. destruct (analyses_of l); [| discriminate].
  intros [= <-] [= <-]. split; reflexivity.
Qed.

(** "The decision is never better than R6(system resolution)", of a whole verdict. *)
Theorem verdict_decision_never_better : forall cb req l v, judge cb req l = Computed v ->
  decision_le (decide (v_resolution v)) (v_decision v).
Proof.
  intros cb req l v. unfold judge. destruct (analyses_of l); [| discriminate].
  intros [= <-]. apply decision_never_better_than_system_resolution.
Qed.

(** An explicit [[]] is INITIAL and waits. *)
Theorem no_sightings_wait : forall cb req v, judge cb req [] = Computed v ->
  v_resolution v = INITIAL /\ v_status v = Folder_INITIAL /\ v_decision v = WAIT.
Proof.
  intros cb req v [= <-]. simpl. rewrite empty_folder_waits. destruct cb as [[] |]; repeat split.
Qed.

(** A missing required type reads INITIAL, with nothing that determined it. *)
Theorem missing_type_reads_initial : forall cb indexed t, restrict (map snd indexed) t = [] ->
  q_resolution (required_verdict_of cb indexed t) = INITIAL /\ q_determining (required_verdict_of cb indexed t) = [].
Proof.
  intros cb indexed t H; unfold required_verdict_of; simpl. split; [rewrite H; now apply initial_iff_no_analyses |].
  assert (filter (fun p : nat * analysis => has_type t (snd p)) indexed = []) as ->; [| reflexivity].
  induction indexed as [| p r IH]; auto. simpl in *. unfold restrict in H. simpl in H.
  destruct (has_type t (snd p)); [discriminate | auto].
Qed.
