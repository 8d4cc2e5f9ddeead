(** R4: the system resolution, drawn from the last-finished groups. *)

From Coq Require Import NArith List Bool Permutation.
From OzStatus Require Import Order Semilattice Group Times Analysis FolderStatus.
Import ListNotations.
Open Scope N_scope.

Definition key_eqb (a b : option N) : bool :=
  match a, b with Some x, Some y => x =? y | None, None => true | _, _ => false end.

(** The distinct keys, each where it stands first. *)
Fixpoint first_occurrences (l : list (option N)) : list (option N) :=
  match l with
  | [] => []
  | k :: r => k :: filter (fun x => negb (key_eqb k x)) (first_occurrences r)
  end.

Definition group_keys (f : list analysis) : list (option N) := first_occurrences (map a_group f).

Definition members (f : list analysis) (g : option N) : list analysis :=
  filter (fun a => key_eqb (a_group a) g) f.

Definition result_of_group (f : list analysis) (g : option N) : resolution :=
  group_result (map resolution_of (members f g)).

Definition is_named (a : analysis) : bool := match a_group a with Some _ => true | None => false end.

(** C8, and C9: beside named groups the finish time of the unnamed one counts as unknown. *)
Definition group_time (f : list analysis) (g : option N) : time :=
  match g with
  | None => if existsb is_named f then None else latest (map a_time (members f None))
  | Some _ => latest (map a_time (members f g))
  end.

(** The groups possibly last (C5), once nothing runs. *)
Definition last_groups (f : list analysis) : list (option N) :=
  possibly_last (group_time f) (group_keys f).

Definition system_resolution_of (f : list analysis) : resolution :=
  match f with
  | [] => INITIAL
  | _ => if existsb running f then PROCESSING else group_result (map (result_of_group f) (last_groups f))
  end.

Definition system_resolution (callback : option analysis_state) (f : list analysis) : resolution :=
  with_callback callback (system_resolution_of f).

(** SPEC 5: a callback's PROCESSING "means in progress, L empty". *)
Definition in_progress (callback : option analysis_state) (f : list analysis) : bool :=
  match callback with Some State_PROCESSING => true | _ => existsb running f end.

(** L: "empty while in progress or initial". *)
Definition last_finished (callback : option analysis_state) (f : list analysis) : list (option N) :=
  if in_progress callback f then [] else last_groups f.

Definition in_last_group (f : list analysis) (a : analysis) : bool :=
  existsb (key_eqb (a_group a)) (last_groups f).

Definition in_last_finished (callback : option analysis_state) (f : list analysis) (a : analysis) : bool :=
  existsb (key_eqb (a_group a)) (last_finished callback f).

Lemma key_eqb_eq : forall a b, key_eqb a b = true <-> a = b.
Proof.
  intros [x |] [y |]; simpl; split; intro H; try discriminate H; auto.
  - apply N.eqb_eq in H; congruence.
  - injection H; intros ->; apply N.eqb_refl.
Qed.

Lemma existsb_key : forall k l, existsb (key_eqb k) l = true <-> In k l.
Proof.
  intros k l; rewrite existsb_exists; split.
  - intros (x & I & E). apply key_eqb_eq in E. now subst.
  - intro I; exists k; split; auto. now apply key_eqb_eq.
Qed.

Lemma first_occurrences_same : forall l, same_members (first_occurrences l) l.
Proof.
  induction l as [| k r IH]; intro x; simpl; [tauto |].
  rewrite filter_In, (IH x). destruct (key_eqb k x) eqn:E; simpl.
  - apply key_eqb_eq in E; subst. intuition.
  - intuition.
Qed.

Lemma first_occurrences_distinct : forall l, NoDup (first_occurrences l).
Proof.
  induction l as [| k r IH]; simpl; constructor.
  - rewrite filter_In. intros (_ & E). assert (key_eqb k k = true) as K by now apply key_eqb_eq.
    rewrite K in E; discriminate.
  - now apply NoDup_filter.
Qed.

Lemma group_keys_In : forall f g, In g (group_keys f) <-> exists a, In a f /\ a_group a = g.
Proof.
  intros f g. unfold group_keys. rewrite (first_occurrences_same _ g), in_map_iff.
  split; intros (a & A & B); eauto.
Qed.

Lemma members_In : forall f g a, In a (members f g) <-> In a f /\ a_group a = g.
Proof. intros; unfold members; rewrite filter_In, key_eqb_eq; tauto. Qed.

Lemma members_same : forall f f' g, same_members f f' -> same_members (members f g) (members f' g).
Proof. intros; apply same_members_filter; auto. Qed.

Lemma group_keys_same : forall f f', same_members f f' -> same_members (group_keys f) (group_keys f').
Proof.
  intros f f' S g. unfold group_keys.
  rewrite (first_occurrences_same _ g), (first_occurrences_same (map a_group f') g). now apply same_members_map.
Qed.

Lemma group_time_same : forall f f' g, same_members f f' -> group_time f g = group_time f' g.
Proof.
  intros f f' g S; unfold group_time. rewrite (same_members_existsb _ is_named is_named f f') by auto.
  rewrite (latest_same_members (map a_time (members f g)) (map a_time (members f' g)))
    by now apply same_members_map, members_same.
  rewrite (latest_same_members (map a_time (members f None)) (map a_time (members f' None)))
    by now apply same_members_map, members_same.
  reflexivity.
Qed.

Lemma result_of_group_same : forall f f' g, same_members f f' -> result_of_group f g = result_of_group f' g.
Proof. intros; now apply group_result_same_members, same_members_map, members_same. Qed.

Lemma last_groups_same : forall f f', same_members f f' -> same_members (last_groups f) (last_groups f').
Proof.
  intros; apply possibly_last_same_members; [now apply group_keys_same | intros; now apply group_time_same].
Qed.

Lemma in_progress_same : forall cb f f', same_members f f' -> in_progress cb f = in_progress cb f'.
Proof. intros [[] |] f f' S; simpl; auto; now apply same_members_existsb. Qed.

Lemma last_groups_incl : forall f g, In g (last_groups f) -> exists a, In a f /\ a_group a = g.
Proof. intros f g I; apply group_keys_In; now apply possibly_last_incl in I. Qed.

Lemma last_groups_not_empty : forall f, f <> [] -> last_groups f <> [].
Proof.
  intros [| a r] N; [contradiction |]. apply possibly_last_not_empty.
  unfold group_keys. simpl. discriminate.
Qed.

Lemma result_of_group_upper : forall f a, In a f -> le (resolution_of a) (result_of_group f (a_group a)).
Proof.
  intros; apply group_result_at_least_each, in_map, members_In; auto.
Qed.

Lemma result_of_group_member : forall f g, In g (group_keys f) ->
  exists a, In a f /\ a_group a = g /\ resolution_of a = result_of_group f g.
Proof.
  intros f g I. apply group_keys_In in I. destruct I as (b & J & B).
  assert (In b (members f g)) as M by (apply members_In; auto).
  assert (In (result_of_group f g) (map resolution_of (members f g))) as R.
  { apply group_result_is_a_member. intro E. apply map_eq_nil in E. rewrite E in M; contradiction. }
  apply in_map_iff in R. destruct R as (a & E & K). apply members_In in K. exists a; tauto.
Qed.

(** The system resolution in other words: nothing runs, then it is the worst analysis of the last groups. *)
Lemma ended_member : forall f, f <> [] -> existsb running f = false ->
  exists a, In a f /\ In (a_group a) (last_groups f) /\ resolution_of a = system_resolution_of f.
Proof.
  intros f N R.
  assert (system_resolution_of f = group_result (map (result_of_group f) (last_groups f))) as E
    by (destruct f; [contradiction | unfold system_resolution_of; now rewrite R]).
  assert (In (system_resolution_of f) (map (result_of_group f) (last_groups f))) as I.
  { rewrite E. apply group_result_is_a_member. intro Q. apply map_eq_nil in Q. now apply last_groups_not_empty in Q. }
  apply in_map_iff in I. destruct I as (g & G & L).
  destruct (result_of_group_member f g) as (a & A & B & C); [now apply possibly_last_incl in L |].
  exists a; subst g; repeat split; auto; congruence.
Qed.

Lemma ended_upper : forall f a, existsb running f = false -> In a f -> In (a_group a) (last_groups f) ->
  le (resolution_of a) (system_resolution_of f).
Proof.
  intros f a R I L. destruct f as [| b r]; [contradiction |]. unfold system_resolution_of. rewrite R.
  apply order_transitive with (result_of_group (b :: r) (a_group a)).
  - now apply result_of_group_upper.
  - now apply group_result_at_least_each, in_map.
Qed.

Lemma system_resolution_at_most_processing : forall f, f <> [] -> le (system_resolution_of f) PROCESSING.
Proof.
  intros f N. destruct (existsb running f) eqn:R.
  - destruct f; [contradiction |]. unfold system_resolution_of. rewrite R. apply order_reflexive.
  - destruct (ended_member f N R) as (a & _ & _ & <-). apply lift_at_most_processing.
Qed.

(** "No analyses: INITIAL", and nothing else is. *)
Theorem initial_iff_no_analyses : forall cb f, system_resolution cb f = INITIAL <-> f = [].
Proof.
  intros cb f; split; intro H; [| subst; destruct cb as [[] |]; reflexivity].
  destruct f as [| a r]; auto. exfalso.
  assert (le (system_resolution_of (a :: r)) PROCESSING) as L
    by (apply system_resolution_at_most_processing; discriminate).
  unfold system_resolution in H. destruct (system_resolution_of (a :: r)), cb as [[] |]; try discriminate H; now apply L.
Qed.

(** C3: "an older SUCCESS must not hide a check that still runs." *)
Theorem processing_iff_running : forall f, system_resolution None f = PROCESSING <-> existsb running f = true.
Proof.
  intros f; split; intro H.
  - destruct (existsb running f) eqn:R; auto.
    destruct f as [| a r]; [discriminate |].
    destruct (ended_member (a :: r)) as (b & I & _ & E); [discriminate | assumption |].
    change (system_resolution_of (a :: r) = PROCESSING) in H. rewrite H in E. apply running_lift in E.
    rewrite <- R. apply existsb_exists; eauto.
  - destruct f; [discriminate |]. unfold system_resolution, system_resolution_of. now rewrite H.
Qed.

Theorem running_never_hidden : forall cb f, existsb running f = true -> system_resolution cb f = PROCESSING.
Proof.
  intros cb f H. apply processing_iff_running in H. change (system_resolution_of f = PROCESSING) in H.
  unfold system_resolution. rewrite H. destruct cb as [[] |]; reflexivity.
Qed.

(** A callback's own state is never ignored. *)
Theorem callback_never_hidden : forall cb f, le (system_resolution None f) (system_resolution cb f) /\
  (cb = Some State_FAILED -> le FAILED (system_resolution cb f)) /\
  (cb = Some State_PROCESSING -> le PROCESSING (system_resolution cb f)).
Proof.
  intros cb f; repeat split.
  - apply with_callback_at_least.
  - intros ->; apply join_upper_right.
  - intros ->; apply join_upper_right.
Qed.

(** "Input order never decides", and neither does repetition. *)
Theorem system_resolution_same_members : forall cb f f',
  same_members f f' -> system_resolution cb f = system_resolution cb f'.
Proof.
  intros cb f f' S. unfold system_resolution. f_equal.
  destruct f as [| a r]; destruct f' as [| a' r']; auto.
  - apply same_members_nil in S; discriminate.
  - apply same_members_sym, same_members_nil in S; discriminate.
  - unfold system_resolution_of. rewrite (same_members_existsb _ running running _ (a' :: r')) by auto.
    destruct (existsb running (a' :: r')); auto.
    rewrite (map_ext _ (result_of_group (a' :: r'))) by (intro; now apply result_of_group_same).
    now apply group_result_same_members, same_members_map, last_groups_same.
Qed.

Theorem system_resolution_perm : forall cb f f',
  Permutation f f' -> system_resolution cb f = system_resolution cb f'.
Proof.
  intros cb f f' P; apply system_resolution_same_members; intro x; split; apply Permutation_in; auto using Permutation_sym.
Qed.

Theorem last_finished_same_members : forall cb f f',
  same_members f f' -> same_members (last_finished cb f) (last_finished cb f').
Proof.
  intros cb f f' S; unfold last_finished. rewrite (in_progress_same cb f f' S).
  destruct (in_progress cb f'); [apply same_members_refl | now apply last_groups_same].
Qed.

(** "An analysis that ends can only lower the system resolution while no other changes."
    It may come to any outcome, at any time, known or not. *)
Theorem ending_only_lowers : forall cb before after a a', running a = true ->
  le (system_resolution cb (before ++ a' :: after)) (system_resolution cb (before ++ a :: after)).
Proof.
  intros cb before after a a' R. apply with_callback_monotone.
  assert (system_resolution None (before ++ a :: after) = PROCESSING) as E.
  { apply processing_iff_running. rewrite existsb_app. simpl. rewrite R. apply orb_true_r. }
  change (system_resolution_of (before ++ a :: after) = PROCESSING) in E. rewrite E.
  apply system_resolution_at_most_processing. destruct before; discriminate.
Qed.

(** It does lower it when no other runs. *)
Theorem last_ending_lowers : forall before after a', existsb running (before ++ a' :: after) = false ->
  le (system_resolution None (before ++ a' :: after)) FAILED.
Proof.
  intros before after a' R.
  destruct (ended_member (before ++ a' :: after)) as (b & I & _ & E); [destruct before; discriminate | assumption |].
  change (le (system_resolution_of (before ++ a' :: after)) FAILED). rewrite <- E.
  assert (running b = false) as B.
  { destruct (running b) eqn:Q; auto. rewrite <- R. symmetry. apply existsb_exists; eauto. }
  unfold running, resolution_of in *. destruct (a_resolution b); discriminate.
Qed.

(** "Every analysis in L is at most as bad as the system resolution." *)
Theorem last_finished_at_most_system_resolution : forall cb f a,
  In a f -> in_last_finished cb f a = true -> le (resolution_of a) (system_resolution cb f).
Proof.
  intros cb f a I L. apply existsb_key in L. unfold last_finished in L.
  destruct (in_progress cb f) eqn:P; [contradiction |].
  eapply order_transitive; [| apply with_callback_at_least]. apply ended_upper; auto.
  destruct cb as [[] |]; simpl in P; congruence.
Qed.

(** Where nothing runs L is not empty: a verdict is never drawn from no group. *)
Theorem last_finished_not_empty : forall cb f, f <> [] -> in_progress cb f = false -> last_finished cb f <> [].
Proof. intros cb f N P; unfold last_finished; rewrite P; now apply last_groups_not_empty. Qed.

(** C4: a group that is possibly last and failed makes the system resolution FAILED. *)
Theorem failed_group_counts : forall f g, existsb running f = false -> In g (last_groups f) ->
  result_of_group f g = FAILED -> system_resolution None f = FAILED.
Proof.
  intros f g R L E.
  assert (f <> []) as N by (intros ->; contradiction).
  apply order_antisymmetric.
  - destruct f as [| b r]; [contradiction |]. now apply (last_ending_lowers [] r b).
  - change (le FAILED (system_resolution_of f)). destruct f as [| b r]; [contradiction |].
    unfold system_resolution_of. rewrite R, <- E. now apply group_result_at_least_each, in_map.
Qed.

(** C5: groups that share the greatest known time all count. *)
Theorem tied_groups_count_alike : forall f g h, In g (group_keys f) -> In h (group_keys f) ->
  group_time f g = group_time f h -> (In g (last_groups f) <-> In h (last_groups f)).
Proof.
  intros f g h G H E. unfold last_groups, possibly_last. rewrite !filter_In. unfold is_possibly_last. rewrite E. tauto.
Qed.

(** C5: a group of unknown finish time counts always. *)
Theorem unknown_time_counts : forall f g, In g (group_keys f) -> group_time f g = None -> In g (last_groups f).
Proof. intros; now apply possibly_last_unknown. Qed.

(** One unknown time within makes the group's unknown. *)
Theorem unknown_analysis_time_makes_group_unknown : forall f a, In a f -> a_time a = None ->
  group_time f (a_group a) = None.
Proof.
  intros f a I E.
  assert (latest (map a_time (members f (a_group a))) = None) as L.
  { apply latest_unknown. rewrite <- E. apply in_map, members_In; auto. }
  unfold group_time. destruct (a_group a); auto. destruct (existsb is_named f); auto.
Qed.

(** C9: beside named groups the unnamed one is always in L. *)
Theorem unnamed_among_named_counts : forall f a b, In a f -> a_group a = None -> In b f -> a_group b <> None ->
  In None (last_groups f).
Proof.
  intros f a b A G B H. apply unknown_time_counts.
  - apply group_keys_In; eauto.
  - unfold group_time. assert (existsb is_named f = true) as ->; auto.
    apply existsb_exists; exists b; split; auto. unfold is_named. destruct (a_group b); [reflexivity | contradiction].
Qed.

(** A group that is known to finish after all others decides alone. *)
Theorem known_last_group_decides : forall f g t, existsb running f = false -> In g (group_keys f) ->
  group_time f g = Some t ->
  (forall h, In h (group_keys f) -> h <> g -> exists u, group_time f h = Some u /\ u < t) ->
  system_resolution None f = result_of_group f g.
Proof.
  intros f g t R G T U.
  assert (forall h, In h (last_groups f) <-> h = g) as L.
  { intro h; split.
    - intro I. destruct (key_eqb h g) eqn:K; [now apply key_eqb_eq |]. exfalso.
      assert (h <> g) as D by (intros ->; assert (key_eqb g g = true) by (now apply key_eqb_eq); congruence).
      pose proof (possibly_last_incl _ _ _ _ I) as J. destruct (U h J D) as (u & E & V).
      apply (possibly_last_known _ _ _ _ _ E) in I. destruct I as (_ & I).
      specialize (I g t G T). apply N.lt_nge in V. contradiction.
    - intros ->. apply (possibly_last_known _ _ _ _ _ T). split; auto. intros h u H E.
      destruct (key_eqb h g) eqn:K.
      + apply key_eqb_eq in K; subst. assert (u = t) by congruence. subst. apply N.le_refl.
      + assert (h <> g) as D by (intros ->; assert (key_eqb g g = true) by (now apply key_eqb_eq); congruence).
        destruct (U h H D) as (v & V & W). assert (v = u) by congruence. subst. now apply N.lt_le_incl. }
  assert (f <> []) as N by (intros ->; contradiction).
  change (system_resolution_of f = result_of_group f g). destruct f as [| b r]; [contradiction |].
  unfold system_resolution_of. rewrite R. apply group_result_unique.
  - apply in_map_iff. exists g; split; auto. now apply L.
  - intros x I. apply in_map_iff in I. destruct I as (h & <- & H). apply L in H. subst. apply order_reflexive.
Qed.

(** Folder status and system resolution say PROCESSING, and INITIAL, together. *)
Theorem status_and_resolution_agree : forall cb f,
  (folder_status_of cb f = Folder_PROCESSING <-> system_resolution cb f = PROCESSING) /\
  (folder_status_of cb f = Folder_INITIAL <-> system_resolution cb f = INITIAL).
Proof.
  intros cb f; split; [| now rewrite folder_initial_iff_empty, initial_iff_no_analyses].
  destruct f as [| a r]; [destruct cb as [[] |]; split; discriminate |].
  set (f := a :: r). assert (f <> []) as N by discriminate.
  pose proof (folder_join_running f N) as J. pose proof (processing_iff_running f) as P.
  change (system_resolution_of f = PROCESSING <-> existsb running f = true) in P.
  pose proof (folder_join_at_most_processing f N) as U. pose proof (system_resolution_at_most_processing f N) as V.
  unfold folder_status_of, system_resolution.
  destruct (existsb running f).
  - rewrite (proj2 J eq_refl), (proj2 P eq_refl). destruct cb as [[] |]; simpl; split; reflexivity.
  - assert (group_result (map resolution_of f) <> PROCESSING) as J' by (intro E; apply J in E; discriminate).
    assert (system_resolution_of f <> PROCESSING) as P' by (intro E; apply P in E; discriminate).
    destruct (group_result (map resolution_of f)); try (exfalso; now apply U); try (exfalso; now apply J');
      destruct (system_resolution_of f); try (exfalso; now apply V); try (exfalso; now apply P');
      destruct cb as [[] |]; cbv; split; congruence.
Qed.
