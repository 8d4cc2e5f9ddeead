(** R2: the result of a group. *)

From Coq Require Import NArith List Permutation.
From OzStatus Require Import Order Semilattice.
Import ListNotations.

(** C1: the empty group is INITIAL; the fold starts at a member, never at the neutral SUCCESS. *)
Definition group_result (l : list resolution) : resolution :=
  match l with [] => INITIAL | a :: r => fold_left join r a end.

Lemma group_result_fold1 : forall l, group_result l = fold1 resolution join INITIAL l.
Proof. intros []; reflexivity. Qed.

(** C1. *)
Theorem empty_group_is_initial : group_result [] = INITIAL.
Proof. reflexivity. Qed.

Theorem group_result_single : forall r, group_result [r] = r.
Proof. reflexivity. Qed.

(** "Group result: independent of order and repetition." *)
Theorem group_result_same_members : forall l l', same_members l l' -> group_result l = group_result l'.
Proof.
  intros; rewrite !group_result_fold1.
  apply fold1_same_members; auto using join_associative, join_commutative, join_idempotent.
Qed.

Theorem group_result_perm : forall l l', Permutation l l' -> group_result l = group_result l'.
Proof.
  intros l l' P; apply group_result_same_members; intro x; split; apply Permutation_in; auto using Permutation_sym.
Qed.

Theorem group_result_repeat : forall a l, In a l -> group_result (a :: l) = group_result l.
Proof.
  intros a l I; apply group_result_same_members; intro x; simpl; intuition congruence.
Qed.

(** "result(a ++ b) = join for non-empty a, b." *)
Theorem group_result_append : forall a b, a <> [] -> b <> [] ->
  group_result (a ++ b) = join (group_result a) (group_result b).
Proof.
  intros; rewrite !group_result_fold1; apply fold1_app; auto using join_associative.
Qed.

(** The result is the worst member: one of them, and none is worse. *)
Theorem group_result_at_least_each : forall l x, In x l -> le x (group_result l).
Proof.
  intros [| a r] x I; [contradiction |]. apply le_join. simpl.
  apply fold_left_upper; auto using join_associative, join_commutative, join_idempotent.
Qed.

Theorem group_result_is_a_member : forall l, l <> [] -> In (group_result l) l.
Proof.
  intros [| a r] N; [contradiction |]. clear N. revert a; induction r as [| b r IH]; intro a; [now left |].
  simpl. destruct (IH (join a b)) as [E | I].
  - unfold group_result in E. rewrite <- E. destruct (join_is_one_of_both a b) as [-> | ->]; auto.
  - right; right; exact I.
Qed.

Lemma group_result_unique : forall l r, In r l -> (forall x, In x l -> le x r) -> group_result l = r.
Proof.
  intros l r I U. apply order_antisymmetric.
  - apply U, group_result_is_a_member. intros ->; contradiction.
  - now apply group_result_at_least_each.
Qed.

(** A further analysis never makes a group that has one better. *)
Theorem group_result_monotone : forall l l', l <> [] -> incl l l' -> le (group_result l) (group_result l').
Proof.
  intros l l' N I. apply group_result_at_least_each, I, group_result_is_a_member, N.
Qed.

(** No group passes unless every analysis of it did, and there is one. *)
Theorem group_success_means_all_success : forall l,
  group_result l = SUCCESS -> l <> [] /\ forall x, In x l -> x = SUCCESS.
Proof.
  intros l E; split; [intros ->; discriminate |].
  intros x I; apply order_antisymmetric; [rewrite <- E; now apply group_result_at_least_each | apply success_is_bottom].
Qed.
