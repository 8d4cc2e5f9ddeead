(** R4: known and unknown times; which of several items are possibly last. *)

From Coq Require Import NArith List Bool Lia.
From OzStatus Require Import Semilattice.
Import ListNotations.
Open Scope N_scope.

(** Microseconds; [None] is unknown. *)
Definition time := option N.

(** "The latest of its analyses, unknown if any is unknown." *)
Definition later (a b : time) : time :=
  match a, b with Some t, Some u => Some (N.max t u) | _, _ => None end.

Definition latest (l : list time) : time :=
  match l with [] => None | a :: r => fold_left later r a end.

Lemma later_associative : forall a b c, later a (later b c) = later (later a b) c.
Proof. intros [] [] []; simpl; auto. f_equal; lia. Qed.

Lemma later_commutative : forall a b, later a b = later b a.
Proof. intros [] []; simpl; auto. f_equal; lia. Qed.

Lemma later_idempotent : forall a, later a a = a.
Proof. intros []; simpl; auto. f_equal; lia. Qed.

Lemma latest_fold1 : forall l, latest l = fold1 time later None l.
Proof. intros []; reflexivity. Qed.

Lemma latest_same_members : forall l l', same_members l l' -> latest l = latest l'.
Proof.
  intros; rewrite !latest_fold1.
  apply fold1_same_members; auto using later_associative, later_commutative, later_idempotent.
Qed.

(** An unknown time makes the whole unknown. *)
Theorem latest_unknown : forall l, In None l -> latest l = None.
Proof.
  intros [| a r] I; [contradiction |].
  pose proof (fold_left_upper time later later_associative later_commutative later_idempotent r a None I) as U.
  simpl in *. now symmetry.
Qed.

Theorem latest_at_least_each : forall l t u, latest l = Some t -> In (Some u) l -> u <= t.
Proof.
  intros [| a r] t u E I; [contradiction |].
  pose proof (fold_left_upper time later later_associative later_commutative later_idempotent r a (Some u) I) as U.
  simpl in E. rewrite E in U. simpl in U. injection U; lia.
Qed.

Theorem latest_is_a_member : forall l t, latest l = Some t -> In (Some t) l.
Proof.
  intros [| a r] t; [discriminate |]. simpl. revert a; induction r as [| b r IH]; simpl; intros a E; [now left |].
  destruct (IH _ E) as [I | I]; [| tauto].
  destruct a as [x |], b as [y |]; try discriminate. simpl in I. injection I; intro M.
  destruct (N.max_spec x y) as [[_ S] | [_ S]]; rewrite S in M; subst; auto.
Qed.

Lemma latest_known : forall l, l <> [] -> ~ In None l -> exists t, latest l = Some t.
Proof.
  intros [| a r] N H; [contradiction |]. simpl. clear N.
  revert a H; induction r as [| b r IH]; simpl; intros a H.
  - destruct a; [eauto | exfalso; auto].
  - apply IH. destruct a, b; simpl; intuition congruence.
Qed.

Section PossiblyLast.
  Variable A : Type.
  Variable time_of : A -> time.

  Definition not_after (t : N) (y : A) : bool :=
    match time_of y with None => true | Some u => u <=? t end.

  Definition is_possibly_last (l : list A) (x : A) : bool :=
    match time_of x with None => true | Some t => forallb (not_after t) l end.

  (** "Those with the greatest known time and all whose time is unknown." *)
  Definition possibly_last (l : list A) : list A := filter (is_possibly_last l) l.

  Theorem possibly_last_unknown : forall l x, In x l -> time_of x = None -> In x (possibly_last l).
  Proof.
    intros l x I E; apply filter_In; split; auto. unfold is_possibly_last; now rewrite E.
  Qed.

  Theorem possibly_last_known : forall l x t, time_of x = Some t ->
    (In x (possibly_last l) <-> In x l /\ forall y u, In y l -> time_of y = Some u -> u <= t).
  Proof.
    intros l x t E; unfold possibly_last; rewrite filter_In; unfold is_possibly_last; rewrite E, forallb_forall.
    split; intros [I H]; split; auto.
    - intros y u J U. specialize (H y J). unfold not_after in H. rewrite U in H. now apply N.leb_le.
    - intros y J. unfold not_after. destruct (time_of y) as [u |] eqn:U; auto. apply N.leb_le. eauto.
  Qed.

  Lemma greatest_known : forall l, l <> [] ->
    exists x, In x l /\ forall t, time_of x = Some t -> forall y u, In y l -> time_of y = Some u -> u <= t.
  Proof.
    induction l as [| a l IH]; intros N; [contradiction |]. clear N.
    destruct (time_of a) as [t |] eqn:E; [| exists a; split; [now left | congruence]].
    destruct l as [| b l'].
    - exists a; split; [now left |]. intros t' E' y u [-> | []] U. assert (u = t') by congruence. lia.
    - destruct IH as (x & I & G); [discriminate |].
      destruct (time_of x) as [u |] eqn:X; [| exists x; split; [now right | congruence]].
      destruct (N.le_ge_cases u t) as [L | L].
      + exists a; split; [now left |]. intros t' E' y v [-> | J] V.
        * assert (v = t') by congruence. lia.
        * pose proof (G u eq_refl y v J V). assert (t = t') by congruence. lia.
      + exists x; split; [now right |]. intros t' E' y v [-> | J] V.
        * assert (v = t) by congruence. assert (u = t') by congruence. lia.
        * pose proof (G u eq_refl y v J V). assert (u = t') by congruence. lia.
  Qed.

  (** Of some items at least one is possibly last: the result is never drawn from nothing. *)
  Theorem possibly_last_not_empty : forall l, l <> [] -> possibly_last l <> [].
  Proof.
    intros l N. destruct (greatest_known l N) as (x & I & G).
    assert (In x (possibly_last l)) as J; [| intro E; rewrite E in J; contradiction].
    destruct (time_of x) as [t |] eqn:E.
    - apply (possibly_last_known l x t E). split; eauto.
    - now apply possibly_last_unknown.
  Qed.

  Lemma possibly_last_incl : forall l, incl (possibly_last l) l.
  Proof. intros l x I; apply filter_In in I; tauto. Qed.
End PossiblyLast.

Arguments is_possibly_last {A}.
Arguments possibly_last {A}.
Arguments not_after {A}.

Lemma is_possibly_last_same_members : forall A (f g : A -> time) l l' x,
  same_members l l' -> (forall y, f y = g y) -> is_possibly_last f l x = is_possibly_last g l' x.
Proof.
  intros A f g l l' x S E; unfold is_possibly_last; rewrite <- E.
  destruct (f x) as [t |]; auto.
  apply same_members_forallb; auto. intros y _. unfold not_after. now rewrite E.
Qed.

Lemma possibly_last_same_members : forall A (f g : A -> time) l l',
  same_members l l' -> (forall y, f y = g y) -> same_members (possibly_last f l) (possibly_last g l').
Proof.
  intros; apply same_members_filter; auto. intros; now apply is_possibly_last_same_members.
Qed.
