(** R6 and R7: what to do with a resolution, and with a folder of which analysis types are required. *)

From Coq Require Import NArith List Bool Permutation Lia.
From OzStatus Require Import Order Semilattice Group Times Analysis FolderStatus SystemResolution.
Import ListNotations.

(** R6. *)
Definition decide (r : resolution) : decision :=
  match r with
  | INITIAL | PROCESSING => WAIT
  | FAILED => RETRY
  | DECLINED => REJECT
  | OPERATOR_REQUIRED => REVIEW
  | SUCCESS => ACCEPT
  end.

Definition has_type (t : N) (a : analysis) : bool := key_eqb (a_type a) (Some t).
Definition is_untyped (a : analysis) : bool := key_eqb (a_type a) None.

Definition restrict (f : list analysis) (t : N) : list analysis := filter (has_type t) f.

Definition is_missing (f : list analysis) (t : N) : bool := negb (existsb (has_type t) f).

(** "For each required type: the R4 of the restricted folder joins r", unless it is missing. *)
Definition required_parts (callback : option analysis_state) (f : list analysis) (required : list N) : list resolution :=
  map (fun t => system_resolution callback (restrict f t)) (filter (fun t => negb (is_missing f t)) required).

(** "If any type is required, every analysis without a type joins r too: it might be one of them." *)
Definition untyped_parts (f : list analysis) (required : list N) : list resolution :=
  match required with [] => [] | _ => map resolution_of (filter is_untyped f) end.

Definition type_is_required (required : list N) (a : analysis) : bool := existsb (fun t => has_type t a) required.

(** C7: "an analysis outside L is worse than the system resolution and its type is not required, or it has none". *)
Definition calls_for_caution (callback : option analysis_state) (f : list analysis) (required : list N) (a : analysis) : bool :=
  negb (in_last_finished callback f a) && negb (leb (resolution_of a) (system_resolution callback f))
  && negb (type_is_required required a).

Definition caution_part (callback : option analysis_state) (f : list analysis) (required : list N) : list resolution :=
  if existsb (calls_for_caution callback f required) f then [OPERATOR_REQUIRED] else [].

(** "Start with r = system resolution", and all that joins it. *)
Definition judged (callback : option analysis_state) (f : list analysis) (required : list N) : resolution :=
  group_result (system_resolution callback f
    :: required_parts callback f required ++ untyped_parts f required ++ caution_part callback f required).

(** "If a required type is missing, ACCEPT and REVIEW become WAIT." *)
Definition wait_if (missing : bool) (d : decision) : decision :=
  match missing, d with true, (ACCEPT | REVIEW) => WAIT | _, _ => d end.

Definition decision_of (callback : option analysis_state) (f : list analysis) (required : list N) : decision :=
  wait_if (existsb (is_missing f) required) (decide (judged callback f required)).

(** [decision_le a b]: [a] is at most as far from ACCEPT as [b]. *)
Definition decision_le (a b : decision) : Prop := (decision_code a <= decision_code b)%N.

Lemma decision_le_refl : forall d, decision_le d d.
Proof. intros; unfold decision_le; lia. Qed.

Lemma decision_le_trans : forall a b c, decision_le a b -> decision_le b c -> decision_le a c.
Proof. unfold decision_le; intros; lia. Qed.

(** R6 follows the order: a worse resolution never brings a better decision. *)
Theorem decide_monotone : forall a b, le a b -> decision_le (decide a) (decide b).
Proof. intros [] []; unfold le, decision_le; simpl; lia. Qed.

Theorem decide_accepts_success_only : forall r, decide r = ACCEPT <-> r = SUCCESS.
Proof. intros []; split; simpl; congruence. Qed.

Lemma wait_if_worse : forall m d, decision_le d (wait_if m d).
Proof. intros [] []; unfold decision_le; simpl; lia. Qed.

Lemma wait_if_accept : forall m d, wait_if m d = ACCEPT -> m = false /\ d = ACCEPT.
Proof. intros [] []; simpl; intuition congruence. Qed.

Lemma judged_at_least_system : forall cb f req, le (system_resolution cb f) (judged cb f req).
Proof. intros; apply group_result_at_least_each; now left. Qed.

Lemma judged_at_least_required : forall cb f req t, In t req -> is_missing f t = false ->
  le (system_resolution cb (restrict f t)) (judged cb f req).
Proof.
  intros cb f req t I M. apply group_result_at_least_each. right. apply in_or_app; left. unfold required_parts.
  apply (in_map (fun t => system_resolution cb (restrict f t))), filter_In. now rewrite M.
Qed.

Lemma judged_at_least_untyped : forall cb f req a, req <> [] -> In a f -> a_type a = None ->
  le (resolution_of a) (judged cb f req).
Proof.
  intros cb f req a N I E. apply group_result_at_least_each. right. apply in_or_app; right. apply in_or_app; left.
  destruct req; [contradiction |]. apply in_map, filter_In. unfold is_untyped. now rewrite E.
Qed.

Lemma judged_at_least_caution : forall cb f req, existsb (calls_for_caution cb f req) f = true ->
  le OPERATOR_REQUIRED (judged cb f req).
Proof.
  intros cb f req H. apply group_result_at_least_each. right. apply in_or_app; right. apply in_or_app; right.
  unfold caution_part. rewrite H. now left.
Qed.

Lemma is_missing_iff : forall f t, is_missing f t = true <-> restrict f t = [].
Proof.
  intros f t; unfold is_missing, restrict. rewrite negb_true_iff. split; intro H.
  - destruct (filter _ f) as [| a r] eqn:E; auto. exfalso.
    assert (In a (filter (has_type t) f)) as I by (rewrite E; now left). apply filter_In in I.
    assert (existsb (has_type t) f = true) by (apply existsb_exists; exists a; tauto). congruence.
  - destruct (existsb _ f) eqn:E; auto. apply existsb_exists in E. destruct E as (a & I & A).
    assert (In a (filter (has_type t) f)) as J by now apply filter_In. rewrite H in J; contradiction.
Qed.

Lemma has_type_iff : forall t a, has_type t a = true <-> a_type a = Some t.
Proof. intros; unfold has_type; apply key_eqb_eq. Qed.

(** "The decision is never better than R6(system resolution)." *)
Theorem decision_never_better_than_system_resolution : forall cb f req,
  decision_le (decide (system_resolution cb f)) (decision_of cb f req).
Proof.
  intros. eapply decision_le_trans; [| apply wait_if_worse]. apply decide_monotone, judged_at_least_system.
Qed.

(** "Input order never decides", of the analyses and of the required types. *)
Theorem decision_same_members : forall cb f f' req req',
  same_members f f' -> same_members req req' -> decision_of cb f req = decision_of cb f' req'.
Proof.
  intros cb f f' req req' F R.
  assert (same_is_missing : forall t, is_missing f t = is_missing f' t).
  { intro t; unfold is_missing; f_equal; now apply same_members_existsb. }
  unfold decision_of. f_equal; [now apply same_members_existsb |]. f_equal. unfold judged.
  apply group_result_same_members. rewrite (system_resolution_same_members cb f f' F).
  assert (same_members (required_parts cb f req) (required_parts cb f' req')) as A.
  { unfold required_parts.
    rewrite (map_ext _ (fun t => system_resolution cb (restrict f' t))).
    - apply same_members_map, same_members_filter; auto. intros t _; now rewrite same_is_missing.
    - intro t; now apply system_resolution_same_members, same_members_filter. }
  assert (same_members (untyped_parts f req) (untyped_parts f' req')) as B.
  { unfold untyped_parts. destruct req, req'.
    - apply same_members_refl.
    - apply same_members_nil in R; discriminate.
    - apply same_members_sym, same_members_nil in R; discriminate.
    - now apply same_members_map, same_members_filter. }
  assert (caution_part cb f req = caution_part cb f' req') as C.
  { unfold caution_part. rewrite (same_members_existsb _ _ (calls_for_caution cb f' req') f f'); auto.
    intros a _; unfold calls_for_caution, in_last_finished, type_is_required.
    rewrite (system_resolution_same_members cb f f' F). f_equal; [f_equal |]; f_equal.
    - apply same_members_existsb; auto using last_finished_same_members.
    - now apply same_members_existsb. }
  rewrite C. intro x; simpl; rewrite !in_app_iff, (A x), (B x). tauto.
Qed.

Theorem decision_perm : forall cb f f' req, Permutation f f' -> decision_of cb f req = decision_of cb f' req.
Proof.
  intros cb f f' req P; apply decision_same_members; [| apply same_members_refl].
  intro x; split; apply Permutation_in; auto using Permutation_sym.
Qed.

Lemma judged_from : forall cb f req r, le DECLINED r -> le r (judged cb f req) ->
  exists x, le r x /\ In x (system_resolution cb f :: required_parts cb f req ++ untyped_parts f req).
Proof.
  intros cb f req r D L. exists (judged cb f req); split; auto.
  assert (In (judged cb f req)
    (system_resolution cb f :: required_parts cb f req ++ untyped_parts f req ++ caution_part cb f req)) as I
    by (apply group_result_is_a_member; discriminate).
  simpl in I. rewrite !in_app_iff in I. simpl. rewrite in_app_iff. unfold caution_part in I.
  destruct I as [I | [I | [I | I]]]; auto. exfalso.
  destruct (existsb _ f); [destruct I as [I | []] | contradiction].
  rewrite <- I in L. pose proof (order_transitive _ _ _ D L) as X. now apply X.
Qed.

(** From DECLINED on, nothing that is required besides takes it back: C7 alone depends on what is not required,
    and it weighs no more than OPERATOR_REQUIRED. *)
Lemma judged_monotone_from_declined : forall cb f req req' r, incl req req' -> le DECLINED r ->
  le r (judged cb f req) -> le r (judged cb f req').
Proof.
  intros cb f req req' r I D L. destruct (judged_from cb f req r D L) as (x & X & M).
  apply order_transitive with x; auto. simpl in M. rewrite in_app_iff in M. destruct M as [<- | [M | M]].
  - apply judged_at_least_system.
  - unfold required_parts in M. apply in_map_iff in M. destruct M as (t & <- & T). apply filter_In in T.
    apply judged_at_least_required; [now apply I | now apply negb_true_iff].
  - unfold untyped_parts in M. destruct req as [| t q]; [contradiction |].
    apply in_map_iff in M. destruct M as (a & <- & A). apply filter_In in A. destruct A as (A & U).
    apply judged_at_least_untyped; auto.
    + intros ->. exact (I t (or_introl eq_refl)).
    + now apply key_eqb_eq.
Qed.

(** "A further required type never makes [...] a REJECT better." *)
Theorem further_required_type_keeps_reject : forall cb f req req', incl req req' ->
  decision_of cb f req = REJECT -> decision_le REJECT (decision_of cb f req').
Proof.
  intros cb f req req' I H.
  assert (judged cb f req = DECLINED) as J.
  { unfold decision_of in H. destruct (existsb (is_missing f) req), (judged cb f req); simpl in H; congruence. }
  eapply decision_le_trans; [| apply wait_if_worse]. change REJECT with (decide DECLINED). apply decide_monotone.
  apply judged_monotone_from_declined with req; auto using order_reflexive. rewrite J. apply order_reflexive.
Qed.

(** Likewise a RETRY, and a WAIT that no missing type brought. *)
Theorem further_required_type_keeps_worse : forall cb f req req', incl req req' ->
  existsb (is_missing f) req = false -> decision_le REJECT (decision_of cb f req) ->
  decision_le (decision_of cb f req) (decision_of cb f req').
Proof.
  intros cb f req req' I M H. unfold decision_of in *. rewrite M in *.
  change (wait_if false (decide (judged cb f req))) with (decide (judged cb f req)) in *.
  eapply decision_le_trans; [| apply wait_if_worse]. apply decide_monotone.
  apply judged_monotone_from_declined with req; auto using order_reflexive.
  destruct (judged cb f req); unfold decision_le in H; unfold le; simpl in *; lia.
Qed.

(** "If a required type is missing, ACCEPT and REVIEW become WAIT." *)
Theorem missing_type_never_passes : forall cb f req t, In t req -> restrict f t = [] ->
  decision_of cb f req <> ACCEPT /\ decision_of cb f req <> REVIEW.
Proof.
  intros cb f req t I E. assert (existsb (is_missing f) req = true) as M.
  { apply existsb_exists; exists t; split; auto. now apply is_missing_iff. }
  unfold decision_of. rewrite M. destruct (decide _); simpl; split; discriminate.
Qed.

(** C7: "an earlier, worse analysis turns ACCEPT into REVIEW, unless its type is required". *)
Theorem earlier_worse_never_accepted : forall cb f req a, In a f -> in_last_finished cb f a = false ->
  ~ le (resolution_of a) (system_resolution cb f) -> (forall t, a_type a = Some t -> ~ In t req) ->
  decision_of cb f req <> ACCEPT.
Proof.
  intros cb f req a I L W T H. apply wait_if_accept in H. destruct H as (_ & H).
  apply decide_accepts_success_only in H.
  assert (existsb (calls_for_caution cb f req) f = true) as C.
  { apply existsb_exists; exists a; split; auto. unfold calls_for_caution. rewrite L. simpl.
    apply andb_true_iff; split; apply negb_true_iff.
    - destruct (leb _ _) eqn:E; auto. apply leb_le in E. contradiction.
    - destruct (type_is_required req a) eqn:E; auto. apply existsb_exists in E. destruct E as (t & J & Y).
      apply has_type_iff in Y. exfalso. now apply (T t). }
  apply judged_at_least_caution in C. rewrite H in C. now apply C.
Qed.

(** C7 weighs no more than a REVIEW: an ACCEPT it takes back becomes REVIEW. *)
Theorem caution_alone_reviews : forall f, decide (system_resolution None f) = ACCEPT ->
  existsb (calls_for_caution None f []) f = true -> decision_of None f [] = REVIEW.
Proof.
  intros f A C. apply decide_accepts_success_only in A.
  unfold decision_of, judged, required_parts, untyped_parts, caution_part. rewrite C, A. reflexivity.
Qed.

(** "An empty folder" waits, whatever the callback and the requirements. *)
Theorem empty_folder_waits : forall cb req, decision_of cb [] req = WAIT.
Proof.
  intros cb req. pose proof (decision_never_better_than_system_resolution cb [] req) as L.
  rewrite (proj2 (initial_iff_no_analyses cb []) eq_refl) in L.
  destruct (decision_of cb [] req); auto; exfalso; now apply L.
Qed.

(** Nothing unfinished ever reads as a pass. *)
Theorem running_waits : forall cb f req, existsb running f = true -> decision_of cb f req = WAIT.
Proof.
  intros cb f req R. pose proof (decision_never_better_than_system_resolution cb f req) as L.
  rewrite running_never_hidden in L by assumption.
  destruct (decision_of cb f req); auto; exfalso; now apply L.
Qed.

(** What an ACCEPT vouches for: there are analyses, none runs, the system resolution is SUCCESS, each required type
    is there and a SUCCESS by itself, and any other analysis than an earlier one of a required type is a SUCCESS. *)
Theorem accept_means_success : forall cb f req, decision_of cb f req = ACCEPT ->
  f <> [] /\ existsb running f = false /\ system_resolution cb f = SUCCESS /\
  (forall t, In t req -> restrict f t <> [] /\ system_resolution cb (restrict f t) = SUCCESS) /\
  (forall a, In a f -> resolution_of a = SUCCESS \/
    (in_last_finished cb f a = false /\ exists t, a_type a = Some t /\ In t req)).
Proof.
  intros cb f req H.
  assert (existsb running f = false) as R.
  { destruct (existsb running f) eqn:E; auto. rewrite running_waits in H by assumption. discriminate. }
  assert (system_resolution cb f = SUCCESS) as S.
  { pose proof (decision_never_better_than_system_resolution cb f req) as L. rewrite H in L.
    destruct (system_resolution cb f); auto; exfalso; now apply L. }
  apply wait_if_accept in H as H'. destruct H' as (M & J). apply decide_accepts_success_only in J.
  repeat split; auto.
  - intros ->. rewrite empty_folder_waits in H. discriminate.
  - intro E. apply (missing_type_never_passes cb f req t) in E; auto. tauto.
  - apply order_antisymmetric; [| apply success_is_bottom]. rewrite <- J. apply judged_at_least_required; auto.
    destruct (is_missing f t) eqn:E; auto. rewrite <- M. symmetry. apply existsb_exists; eauto.
  - intros a I. destruct (in_last_finished cb f a) eqn:L.
    + left. apply order_antisymmetric; [| apply success_is_bottom]. rewrite <- S.
      now apply last_finished_at_most_system_resolution.
    + destruct (type_is_required req a) eqn:T.
      * right. split; auto. apply existsb_exists in T. destruct T as (t & K & Y). apply has_type_iff in Y. eauto.
      * left. apply order_antisymmetric; [| apply success_is_bottom].
        destruct (leb (resolution_of a) SUCCESS) eqn:W; [now apply leb_le |]. exfalso.
        apply (earlier_worse_never_accepted cb f req a); auto.
        -- rewrite S. intro X. apply leb_le in X. congruence.
        -- intros t Y K. assert (type_is_required req a = true); [| congruence].
           apply existsb_exists; exists t; split; auto. now apply has_type_iff.
Qed.
