(** Folding an associative, commutative, idempotent operation depends on the set of members alone.
    Every "order and repetition never matter" of the rules is an instance of this. *)

From Coq Require Import List.
Import ListNotations.

Definition same_members {A} (l l' : list A) : Prop := forall x, In x l <-> In x l'.

Lemma same_members_refl : forall A (l : list A), same_members l l.
Proof. intros A l x; tauto. Qed.

Lemma same_members_sym : forall A (l l' : list A), same_members l l' -> same_members l' l.
Proof. intros A l l' H x; symmetry; apply H. Qed.

Lemma same_members_nil : forall A (l : list A), same_members [] l -> l = [].
Proof. intros A [| a r] H; auto. exfalso; apply (proj2 (H a)); left; auto. Qed.

Lemma same_members_map : forall A B (f : A -> B) l l',
  same_members l l' -> same_members (map f l) (map f l').
Proof.
  intros A B f l l' H y; rewrite !in_map_iff; split; intros (x & E & I); exists x; split; auto; now apply H.
Qed.

Lemma same_members_filter : forall A (p q : A -> bool) l l',
  same_members l l' -> (forall x, In x l -> p x = q x) -> same_members (filter p l) (filter q l').
Proof.
  intros A p q l l' H E x; rewrite !filter_In; rewrite <- (H x); split; intros [I P]; split; auto.
  - rewrite <- E; auto.
  - rewrite E; auto.
Qed.

Lemma same_members_existsb : forall A (p q : A -> bool) l l',
  same_members l l' -> (forall x, In x l -> p x = q x) -> existsb p l = existsb q l'.
Proof.
  intros A p q l l' H E; apply Bool.eq_true_iff_eq; rewrite !existsb_exists.
  split; intros (x & I & P); exists x; split.
  - now apply H.
  - rewrite <- E; auto.
  - now apply H.
  - rewrite E; auto; now apply H.
Qed.

Lemma same_members_forallb : forall A (p q : A -> bool) l l',
  same_members l l' -> (forall x, In x l -> p x = q x) -> forallb p l = forallb q l'.
Proof.
  intros A p q l l' H E; apply Bool.eq_true_iff_eq; rewrite !forallb_forall.
  split; intros P x I.
  - rewrite <- E by (now apply H); apply P; now apply H.
  - rewrite E by assumption; apply P; now apply H.
Qed.

Section Fold.
  Variable A : Type.
  Variable op : A -> A -> A.
  Hypothesis op_assoc : forall a b c, op a (op b c) = op (op a b) c.
  Hypothesis op_comm : forall a b, op a b = op b a.
  Hypothesis op_idem : forall a, op a a = a.

  (** A fold without a neutral element: an empty list needs an answer of its own. *)
  Definition fold1 (empty : A) (l : list A) : A :=
    match l with [] => empty | a :: r => fold_left op r a end.

  Lemma fold_left_least : forall r a u, op a u = u -> (forall x, In x r -> op x u = u) -> op (fold_left op r a) u = u.
  Proof.
    induction r as [| b r IH]; simpl; intros a u Ha Hr; auto.
    apply IH; auto. rewrite <- op_assoc, (Hr b) by auto. exact Ha.
  Qed.

  Lemma fold_left_upper : forall r a x, In x (a :: r) -> op x (fold_left op r a) = fold_left op r a.
  Proof.
    assert (first : forall r a, op a (fold_left op r a) = fold_left op r a).
    { induction r as [| b r IH]; simpl; intros a; auto.
      pose proof (IH (op a b)) as E. set (X := fold_left op r (op a b)) in *.
      transitivity (op a (op (op a b) X)); [now rewrite E |].
      now rewrite !op_assoc, op_idem. }
    induction r as [| b r IH]; intros a x [E | I]; subst; auto using first.
    - contradiction.
    - simpl in *. destruct I as [E | I]; subst.
      + pose proof (first r (op a x)) as E. set (X := fold_left op r (op a x)) in *.
        transitivity (op x (op (op a x) X)); [now rewrite E |].
        rewrite op_assoc, (op_comm a x), op_assoc, op_idem, (op_comm x a). exact E.
      + apply IH; now right.
  Qed.

  Lemma fold1_same_members : forall e l l', same_members l l' -> fold1 e l = fold1 e l'.
  Proof.
    intros e [| a r] [| b s] H; auto.
    - apply same_members_nil in H; discriminate.
    - apply same_members_sym, same_members_nil in H; discriminate.
    - simpl.
      assert (L : op (fold_left op r a) (fold_left op s b) = fold_left op s b).
      { apply fold_left_least; [apply fold_left_upper, H | intros x I; apply fold_left_upper, H]; simpl; auto. }
      assert (R : op (fold_left op s b) (fold_left op r a) = fold_left op r a).
      { apply fold_left_least; [apply fold_left_upper, H | intros x I; apply fold_left_upper, H]; simpl; auto. }
      rewrite <- R, op_comm, L. reflexivity.
  Qed.

  Lemma fold1_cons : forall e a l, l <> [] -> fold1 e (a :: l) = op a (fold1 e l).
  Proof.
    assert (F : forall r a b, fold_left op r (op a b) = op a (fold_left op r b)).
    { induction r as [| c r IH]; simpl; intros; auto. rewrite <- op_assoc. apply IH. }
    intros e a [| b r] N; [contradiction |]. simpl. apply F.
  Qed.

  Lemma fold1_app : forall e l l', l <> [] -> l' <> [] -> fold1 e (l ++ l') = op (fold1 e l) (fold1 e l').
  Proof.
    induction l as [| a l IH]; intros l' N N'; [contradiction |].
    destruct l as [| b l].
    - simpl app. now rewrite fold1_cons.
    - change ((a :: b :: l) ++ l') with (a :: ((b :: l) ++ l')).
      rewrite fold1_cons by discriminate. rewrite IH by (discriminate || assumption).
      rewrite op_assoc. now rewrite <- (fold1_cons e a (b :: l)) by discriminate.
  Qed.
End Fold.
