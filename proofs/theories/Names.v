(** R8: "Group id and type absent in one are taken from another; two different ones are an error." *)

From Coq Require Import NArith List.
From OzStatus Require Import Semilattice.
Import ListNotations.

Inductive name := Absent | Named (n : N) | Conflict.

Definition name_of (o : option N) : name := match o with None => Absent | Some n => Named n end.

Definition join_name (a b : name) : name :=
  match a, b with
  | Absent, x | x, Absent => x
  | Named m, Named n => if N.eqb m n then Named m else Conflict
  | Conflict, _ | _, Conflict => Conflict
  end.

Definition join_names (l : list (option N)) : name := fold1 name join_name Absent (map name_of l).

Ltac by_names :=
  intros; repeat match goal with x : name |- _ => destruct x end; simpl; auto;
  repeat (match goal with |- context [N.eqb ?m ?n] => destruct (N.eqb_spec m n) end; simpl; subst); auto; congruence.

Lemma join_name_associative : forall a b c, join_name a (join_name b c) = join_name (join_name a b) c.
Proof. by_names. Qed.

Lemma join_name_commutative : forall a b, join_name a b = join_name b a.
Proof. by_names. Qed.

Lemma join_name_idempotent : forall a, join_name a a = a.
Proof. by_names. Qed.

Lemma join_name_absent : forall a, join_name Absent a = a /\ join_name a Absent = a.
Proof. intros []; auto. Qed.

Lemma join_names_same_members : forall l l', same_members l l' -> join_names l = join_names l'.
Proof.
  intros; apply fold1_same_members; auto using join_name_associative, join_name_commutative, join_name_idempotent.
  now apply same_members_map.
Qed.

Lemma join_names_cons : forall o l, join_names (o :: l) = join_name (name_of o) (join_names l).
Proof.
  intros o [| p l].
  - unfold join_names; simpl. now rewrite (proj2 (join_name_absent _)).
  - unfold join_names. apply (fold1_cons name join_name join_name_associative); discriminate.
Qed.

(** Absent everywhere stays absent. *)
Theorem join_names_absent : forall l, join_names l = Absent <-> (forall o, In o l -> o = None).
Proof.
  induction l as [| o l IH]; [split; [intros _ o [] | reflexivity] |].
  rewrite join_names_cons. split.
  - intros H p [-> | I].
    + destruct p, (join_names l); simpl in H; try discriminate H; auto. destruct (N.eqb _ _); discriminate.
    + apply IH; auto. destruct o, (join_names l); simpl in H; try discriminate H; auto.
      destruct (N.eqb _ _); discriminate.
  - intro H. rewrite (H o) by now left. simpl. apply IH. intros p I; apply H; now right.
Qed.

(** A name that is given is the one that all give which give any. *)
Theorem join_names_named : forall l n, join_names l = Named n <->
  In (Some n) l /\ (forall m, In (Some m) l -> m = n).
Proof.
  induction l as [| o l IH]; intro n; [split; [discriminate | intros ([] & _)] |].
  rewrite join_names_cons. destruct o as [k |]; simpl.
  - destruct (join_names l) as [| m |] eqn:E; simpl.
    + rewrite join_names_absent in E. split.
      * intros [= ->]; split; [now left |]. intros m [[= ->] | I]; auto. apply E in I; discriminate.
      * intros ([[= ->] | I] & _); auto. apply E in I; discriminate.
    + destruct (N.eqb_spec k m).
      * subst m. destruct (proj1 (IH k) eq_refl) as (_ & U). split.
        -- intros [= ->]; split; [now left |]. intros m [[= ->] | I]; auto.
        -- intros ([[= ->] | I] & _); auto. now rewrite (U n I).
      * destruct (proj1 (IH m) eq_refl) as (I & _). split; [discriminate |].
        intros (_ & U). exfalso. apply n0. rewrite (U k), (U m); auto.
    + split; [discriminate |]. intros (_ & U). exfalso.
      assert (forall m, In (Some m) l -> m = k) as K.
      { intros m I. rewrite (U m), (U k); auto. }
      assert (Conflict = Named k \/ Conflict = Absent) as [X | X]; try discriminate X.
      destruct (existsb (fun o => match o with Some _ => true | None => false end) l) eqn:Q.
      * left. apply IH. apply existsb_exists in Q. destruct Q as ([m |] & I & X); [| discriminate].
        split; auto. now rewrite <- (K m I).
      * right. rewrite <- E. apply join_names_absent. intros [m |] I; auto. exfalso.
        assert (existsb (fun o => match o with Some _ => true | None => false end) l = true); [| congruence].
        apply existsb_exists. exists (Some m); auto.
  - rewrite (IH n). split; intros (I & U); split; auto.
    + intros m [[=] | J]; auto.
    + destruct I as [[=] | I]; auto.
Qed.

(** "Two different ones are an error", and nothing else is. *)
Theorem join_names_conflict : forall l, join_names l = Conflict <->
  exists m n, In (Some m) l /\ In (Some n) l /\ m <> n.
Proof.
  intro l; split.
  - induction l as [| o l IH]; [discriminate |]. rewrite join_names_cons. intro H.
    destruct o as [k |]; simpl in H.
    + destruct (join_names l) as [| m |] eqn:E; simpl in H; try discriminate H.
      * destruct (N.eqb_spec k m); [discriminate |]. apply join_names_named in E. destruct E as (I & _).
        exists k, m; simpl; auto.
      * destruct IH as (m & n & A & B & C); auto. exists m, n; simpl; auto.
    + destruct IH as (m & n & A & B & C); auto. exists m, n; simpl; auto.
  - intros (m & n & A & B & C). destruct (join_names l) as [| k |] eqn:E; auto; exfalso.
    + rewrite join_names_absent in E. apply E in A; discriminate.
    + apply join_names_named in E. destruct E as (_ & U). apply C. now rewrite (U m A), (U n B).
Qed.
