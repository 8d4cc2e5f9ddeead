(** R5: the analyses that decided. *)

From Coq Require Import NArith List Bool.
From OzStatus Require Import Order Semilattice Group Times Analysis FolderStatus SystemResolution.
Import ListNotations.

Definition determines (callback : option analysis_state) (f : list analysis) (a : analysis) : bool :=
  if in_progress callback f then running a
  else in_last_group f a && eqb (resolution_of a) (system_resolution callback f).

(** "In payload order": a filter keeps it. *)
Definition determining (callback : option analysis_state) (f : list analysis) : list analysis :=
  filter (determines callback f) f.

Lemma in_last_group_same : forall f f' a, same_members f f' -> in_last_group f a = in_last_group f' a.
Proof. intros; apply same_members_existsb; auto using last_groups_same. Qed.

Theorem determining_same_members : forall cb f f',
  same_members f f' -> same_members (determining cb f) (determining cb f').
Proof.
  intros cb f f' S; apply same_members_filter; auto. intros a _; unfold determines.
  now rewrite (in_progress_same cb f f' S), (in_last_group_same f f' a S), (system_resolution_same_members cb f f' S).
Qed.

(** "For PROCESSING all in progress." *)
Theorem determining_while_running : forall f, existsb running f = true -> determining None f = filter running f.
Proof. intros f H; unfold determining, determines; simpl; now rewrite H. Qed.

(** "For INITIAL none." *)
Theorem determining_of_initial : forall cb, determining cb [] = [].
Proof. reflexivity. Qed.

(** A determining analysis says what the folder says. *)
Theorem determining_equal_system_resolution : forall cb f a,
  In a (determining cb f) -> resolution_of a = system_resolution cb f.
Proof.
  intros cb f a I. apply filter_In in I. destruct I as (I & D). unfold determines in D.
  destruct (in_progress cb f) eqn:P.
  - rewrite running_never_hidden; [now apply running_lift |]. apply existsb_exists; eauto.
  - apply andb_true_iff in D. now apply eqb_eq.
Qed.

(** There is one, where there is an analysis and no callback state joins. *)
Theorem determining_not_empty : forall f, f <> [] -> determining None f <> [].
Proof.
  intros f N E. destruct (existsb running f) eqn:R.
  - apply existsb_exists in R as R'. destruct R' as (a & I & A).
    assert (In a (determining None f)) as J; [| rewrite E in J; contradiction].
    rewrite determining_while_running by assumption. now apply filter_In.
  - destruct (ended_member f N R) as (a & I & L & A).
    assert (In a (determining None f)) as J; [| rewrite E in J; contradiction].
    apply filter_In; split; auto. unfold determines; simpl; rewrite R. apply andb_true_iff; split.
    + now apply existsb_key.
    + now apply eqb_eq.
Qed.

(** "Where no callback state joins, determining analyses alone give the same system resolution." *)
Theorem determining_alone_suffice : forall f, system_resolution None (determining None f) = system_resolution None f.
Proof.
  intros f. destruct f as [| b r]; [reflexivity |]. set (f := b :: r).
  assert (determining None f <> []) as N by (apply determining_not_empty; discriminate).
  pose proof (determining_equal_system_resolution None f) as Q.
  destruct (existsb running (determining None f)) eqn:R.
  - rewrite (running_never_hidden None _ R). apply existsb_exists in R. destruct R as (a & I & A).
    rewrite <- (Q a I). symmetry. now apply running_lift.
  - destruct (ended_member _ N R) as (a & I & _ & E). unfold system_resolution at 1. simpl. rewrite <- E. now apply Q.
Qed.
