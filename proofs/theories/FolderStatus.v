(** R3: the status of a folder, with the callback's own state joined in (SPEC 5). *)

From Coq Require Import NArith List Bool Permutation.
From OzStatus Require Import Order Semilattice Group Analysis.
Import ListNotations.

(** "PROCESSING or FAILED joins into folder status, system resolution and every requirement." *)
Definition with_callback (callback : option analysis_state) (r : resolution) : resolution :=
  match callback with
  | Some State_PROCESSING => join r PROCESSING
  | Some State_FAILED => join r FAILED
  | Some State_FINISHED | None => r
  end.

Definition status_of (r : resolution) : folder_status :=
  match r with
  | INITIAL => Folder_INITIAL
  | PROCESSING => Folder_PROCESSING
  | FAILED => Folder_FAILED
  | DECLINED | OPERATOR_REQUIRED | SUCCESS => Folder_FINISHED
  end.

Definition folder_status_of (callback : option analysis_state) (f : list analysis) : folder_status :=
  status_of (with_callback callback (group_result (map resolution_of f))).

Lemma with_callback_at_least : forall cb r, le r (with_callback cb r).
Proof. intros [[] |] []; discriminate. Qed.

Lemma with_callback_monotone : forall cb a b, le a b -> le (with_callback cb a) (with_callback cb b).
Proof. intros [[] |] [] []; unfold le; simpl; auto; discriminate. Qed.

Lemma folder_join_at_most_processing : forall f, f <> [] -> le (group_result (map resolution_of f)) PROCESSING.
Proof.
  intros f N. assert (map resolution_of f <> []) as M by (destruct f; [contradiction | discriminate]).
  apply group_result_is_a_member, in_map_iff in M. destruct M as (a & <- & _). apply lift_at_most_processing.
Qed.

Lemma folder_join_running : forall f, f <> [] ->
  (group_result (map resolution_of f) = PROCESSING <-> existsb running f = true).
Proof.
  intros f N; split; intro H.
  - assert (map resolution_of f <> []) as M by (destruct f; [contradiction | discriminate]).
    apply group_result_is_a_member in M. rewrite H in M. apply in_map_iff in M. destruct M as (a & E & I).
    apply existsb_exists; exists a; split; auto. now apply running_lift.
  - apply existsb_exists in H. destruct H as (a & I & R). apply order_antisymmetric.
    + now apply folder_join_at_most_processing.
    + apply running_lift in R. rewrite <- R. now apply group_result_at_least_each, (in_map resolution_of).
Qed.

(** "Input order never decides." *)
Theorem folder_status_same_members : forall cb f f',
  same_members f f' -> folder_status_of cb f = folder_status_of cb f'.
Proof.
  intros; unfold folder_status_of. now rewrite (group_result_same_members _ (map resolution_of f')) by (now apply same_members_map).
Qed.

Theorem folder_status_perm : forall cb f f', Permutation f f' -> folder_status_of cb f = folder_status_of cb f'.
Proof.
  intros cb f f' P; apply folder_status_same_members; intro x; split; apply Permutation_in; auto using Permutation_sym.
Qed.

(** R3: INITIAL says that there are no analyses, and nothing else does. *)
Theorem folder_initial_iff_empty : forall cb f, folder_status_of cb f = Folder_INITIAL <-> f = [].
Proof.
  intros cb f; split; intro H; [| subst; destruct cb as [[] |]; reflexivity].
  destruct f as [| a r]; auto. exfalso.
  assert (le (group_result (map resolution_of (a :: r))) PROCESSING) as L
    by (apply folder_join_at_most_processing; discriminate).
  unfold folder_status_of in H. destruct (group_result _), cb as [[] |]; try discriminate H; now apply L.
Qed.

(** C2: "while something runs we say PROCESSING", beside a FAILED as well. *)
Theorem folder_processing_iff_running : forall f, f <> [] ->
  (folder_status_of None f = Folder_PROCESSING <-> existsb running f = true).
Proof.
  intros f N. rewrite <- folder_join_running by assumption.
  unfold folder_status_of; simpl. destruct (group_result _); simpl; split; congruence.
Qed.

(** R3: FAILED if one failed and nothing runs. *)
Theorem folder_failed_iff : forall f,
  (folder_status_of None f = Folder_FAILED <->
   existsb running f = false /\ exists a, In a f /\ resolution_of a = FAILED).
Proof.
  intros f; destruct f as [| b r].
  - split; [discriminate | intros (_ & a & [] & _)].
  - set (f := b :: r). assert (f <> []) as N by discriminate.
    assert (map resolution_of f <> []) as M by discriminate.
    split.
    + intro H. assert (group_result (map resolution_of f) = FAILED) as E.
      { change (status_of (group_result (map resolution_of f)) = Folder_FAILED) in H.
        destruct (group_result (map resolution_of f)); simpl in H; congruence. }
      split.
      * destruct (existsb running f) eqn:R; auto. apply (folder_join_running f N) in R. congruence.
      * apply group_result_is_a_member in M. rewrite E in M. apply in_map_iff in M. destruct M as (a & Q & I); eauto.
    + intros (R & a & I & E). pose proof (group_result_at_least_each _ _ (in_map resolution_of _ _ I)) as L.
      rewrite E in L. pose proof (folder_join_at_most_processing f N) as U.
      assert (group_result (map resolution_of f) <> PROCESSING) as P
        by (intro Q; apply (folder_join_running f N) in Q; congruence).
      change (status_of (group_result (map resolution_of f)) = Folder_FAILED).
      destruct (group_result (map resolution_of f)); auto; exfalso; auto.
Qed.

(** A callback's own state never makes the status better. *)
Theorem callback_never_finishes : forall f s,
  s <> State_FINISHED -> folder_status_of (Some s) f <> Folder_FINISHED.
Proof.
  intros f s N H; unfold folder_status_of in H. destruct s, (group_result _); try discriminate H; auto.
Qed.
