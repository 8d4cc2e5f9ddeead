(** R10: a status set is one byte, bit [code - 1] for each resolution present. *)

From Coq Require Import NArith List Bool Lia.
From OzStatus Require Import Order Semilattice Group FolderStatus Requirements.
Import ListNotations.
Open Scope N_scope.

Definition status_set := N.

Definition empty_set : status_set := 0.
Definition bit (r : resolution) : status_set := N.shiftl 1 (code r - 1).
Definition contains (s : status_set) (r : resolution) : bool := N.testbit s (code r - 1).
Definition insert (r : resolution) (s : status_set) : status_set := N.lor s (bit r).
Definition union (a b : status_set) : status_set := N.lor a b.

Definition set_members (s : status_set) : list resolution := filter (contains s) worst_first.

(** "Read-out is the worst member, 0 reads INITIAL." *)
Definition read_set (s : status_set) : resolution :=
  match find (contains s) worst_first with Some r => r | None => INITIAL end.

Definition set_of (l : list resolution) : status_set := fold_right insert empty_set l.

(** The table of RULES.md: "PROCESSING or FAILED beside anything else". *)
Definition contested (s : status_set) : bool :=
  (contains s PROCESSING || contains s FAILED) && (1 <? N.of_nat (length (set_members s))).

Definition set_row (s : status_set) : resolution * folder_status * decision * bool :=
  (read_set s, status_of (read_set s), decide (read_set s), contested s).

(** "Union is bitwise OR (associative, commutative, idempotent, identity 0)." *)
Theorem union_associative : forall a b c, union a (union b c) = union (union a b) c.
Proof. intros; apply N.lor_assoc. Qed.

Theorem union_commutative : forall a b, union a b = union b a.
Proof. intros; apply N.lor_comm. Qed.

Theorem union_idempotent : forall a, union a a = a.
Proof. intros; apply N.lor_diag. Qed.

Theorem union_identity : forall a, union empty_set a = a /\ union a empty_set = a.
Proof. intros; split; [apply N.lor_0_l | apply N.lor_0_r]. Qed.

Lemma contains_bit : forall r q, contains (bit r) q = eqb r q.
Proof. intros [] []; reflexivity. Qed.

Theorem contains_union : forall a b r, contains (union a b) r = contains a r || contains b r.
Proof. intros; apply N.lor_spec. Qed.

Theorem contains_inserted : forall r s q, contains (insert r s) q = contains s q || eqb r q.
Proof. intros; unfold insert. rewrite <- contains_bit. apply N.lor_spec. Qed.

Theorem set_of_contains : forall l r, contains (set_of l) r = true <-> In r l.
Proof.
  induction l as [| a l IH]; intro r; simpl.
  - split; [destruct r; discriminate | intros []].
  - rewrite contains_inserted, orb_true_iff, IH, eqb_eq. tauto.
Qed.

Lemma read_set_member : forall s r, contains s r = true -> contains s (read_set s) = true /\ le r (read_set s).
Proof.
  intros s r C. destruct (find_worst _ _ C) as (w & F & W). unfold read_set. now rewrite F.
Qed.

(** The read-out is R2 of what was put in, INITIAL for nothing (C1). *)
Theorem set_reads_as_group_result : forall l, read_set (set_of l) = group_result l.
Proof.
  intros [| a l]; [reflexivity |]. symmetry. set (m := a :: l).
  assert (forall r, In r m -> In (read_set (set_of m)) m /\ le r (read_set (set_of m))) as H.
  { intros r I. apply set_of_contains in I. apply read_set_member in I. rewrite <- set_of_contains. exact I. }
  apply group_result_unique.
  - apply (H a). now left.
  - intros r I. now apply H.
Qed.

(** Sets of parts, united, read as the whole. *)
Theorem set_of_append : forall a b, set_of (a ++ b) = union (set_of a) (set_of b).
Proof.
  induction a as [| r a IH]; intro b; [symmetry; apply N.lor_0_l |].
  simpl. rewrite IH. unfold insert, union. rewrite <- !N.lor_assoc. f_equal. apply N.lor_comm.
Qed.

Lemma below_64 : forall s, s < 64 -> In s (map N.of_nat (seq 0 64)).
Proof.
  intros s H. rewrite <- (N2Nat.id s). apply in_map, in_seq. lia.
Qed.

(** Every set of the table is met: no byte below 64 is left out. *)
Theorem every_set_is_of_its_members : forall s, s < 64 -> set_of (set_members s) = s.
Proof.
  intros s H. apply below_64 in H. revert s H. apply Forall_forall. repeat constructor.
Qed.

Theorem set_of_below_64 : forall l, set_of l < 64.
Proof.
  assert (forall s, s < 64 -> forall r, insert r s < 64) as I.
  { intros s H r. apply below_64 in H.
    assert (forallb (fun s => forallb (fun r => insert r s <? 64) worst_first) (map N.of_nat (seq 0 64)) = true) as A
      by reflexivity.
    rewrite forallb_forall in A. specialize (A s H). rewrite forallb_forall in A.
    apply N.ltb_lt, A, in_worst_first. }
  induction l as [| r l IH]; [reflexivity |]. simpl. now apply I.
Qed.

(** The read-out of a union is the join of the read-outs, where neither is empty. *)
Theorem read_union_is_join : forall a b, a < 64 -> b < 64 -> a <> 0 -> b <> 0 ->
  read_set (union a b) = join (read_set a) (read_set b).
Proof.
  intros a b A B NA NB.
  rewrite <- (every_set_is_of_its_members a A), <- (every_set_is_of_its_members b B), <- set_of_append.
  rewrite !set_reads_as_group_result. apply group_result_append.
  - intro E. pose proof (every_set_is_of_its_members a A) as X. rewrite E in X. now apply NA.
  - intro E. pose proof (every_set_is_of_its_members b B) as X. rewrite E in X. now apply NB.
Qed.

(** A SUCCESS is read from one set alone: the one that holds nothing else. *)
Theorem success_set_is_success_alone : forall s, s < 64 -> read_set s = SUCCESS -> s = bit SUCCESS.
Proof.
  intros s H. apply below_64 in H.
  assert (forallb (fun s => negb (eqb (read_set s) SUCCESS) || (s =? bit SUCCESS)) (map N.of_nat (seq 0 64)) = true) as A
    by reflexivity.
  rewrite forallb_forall in A. specialize (A s H). intro E. rewrite E in A. simpl in A. now apply N.eqb_eq.
Qed.
