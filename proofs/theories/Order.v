(** SPEC 2 and 3: the words of a resolution, the numeric codes, the order and its lattice. *)

From Coq Require Import NArith List Bool Lia.
Import ListNotations.
Open Scope N_scope.

Inductive resolution :=
  SUCCESS | OPERATOR_REQUIRED | DECLINED | FAILED | PROCESSING | INITIAL.

Inductive folder_status :=
  Folder_FINISHED | Folder_FAILED | Folder_PROCESSING | Folder_INITIAL.

Inductive analysis_state := State_FINISHED | State_FAILED | State_PROCESSING.

Inductive decision := ACCEPT | REVIEW | REJECT | RETRY | WAIT.

Definition code (r : resolution) : N :=
  match r with
  | SUCCESS => 1 | OPERATOR_REQUIRED => 2 | DECLINED => 3
  | FAILED => 4 | PROCESSING => 5 | INITIAL => 6
  end.

Definition folder_code (s : folder_status) : N :=
  match s with
  | Folder_FINISHED => 17 | Folder_FAILED => 20 | Folder_PROCESSING => 21 | Folder_INITIAL => 22
  end.

Definition state_code (s : analysis_state) : N :=
  match s with State_FINISHED => 33 | State_FAILED => 36 | State_PROCESSING => 37 end.

Definition decision_code (d : decision) : N :=
  match d with ACCEPT => 49 | REVIEW => 50 | REJECT => 51 | RETRY => 52 | WAIT => 53 end.

Definition all_resolutions := [SUCCESS; OPERATOR_REQUIRED; DECLINED; FAILED; PROCESSING; INITIAL].

Definition of_code (n : N) : option resolution := find (fun r => code r =? n) all_resolutions.

(** [le a b]: [a] is at most as bad as [b]. *)
Definition le (a b : resolution) : Prop := code a <= code b.
Definition leb (a b : resolution) : bool := code a <=? code b.
Definition eqb (a b : resolution) : bool := code a =? code b.

(** The worse of two, and the better. *)
Definition join (a b : resolution) : resolution := if leb a b then b else a.
Definition meet (a b : resolution) : resolution := if leb a b then a else b.

(** "The spaces are disjoint and 0 is never valid." *)
Theorem code_spaces_disjoint : forall r f s d,
  NoDup [0; code r; folder_code f; state_code s; decision_code d].
Proof.
  intros [] [] [] []; repeat constructor; simpl; intuition discriminate.
Qed.

Theorem code_round_trip : forall r, of_code (code r) = Some r.
Proof. intros []; reflexivity. Qed.

Theorem code_sound : forall n r, of_code n = Some r -> code r = n.
Proof.
  unfold of_code; intros n r H. apply find_some in H. now apply N.eqb_eq.
Qed.

Theorem code_zero_invalid : of_code 0 = None.
Proof. reflexivity. Qed.

(** A folder status, a state or a decision passed as a resolution is an error and not a pass. *)
Theorem code_foreign_invalid : forall f s d,
  of_code (folder_code f) = None /\ of_code (state_code s) = None /\ of_code (decision_code d) = None.
Proof. intros [] [] []; repeat split. Qed.

Lemma code_injective : forall a b, code a = code b -> a = b.
Proof. intros [] []; simpl; congruence. Qed.

Lemma eqb_eq : forall a b, eqb a b = true <-> a = b.
Proof.
  intros a b; unfold eqb; rewrite N.eqb_eq; split; [apply code_injective | congruence].
Qed.

Lemma leb_le : forall a b, leb a b = true <-> le a b.
Proof. intros; apply N.leb_le. Qed.

(** "A total order." *)
Theorem order_reflexive : forall a, le a a.
Proof. intros; unfold le; lia. Qed.

Theorem order_transitive : forall a b c, le a b -> le b c -> le a c.
Proof. unfold le; intros; lia. Qed.

Theorem order_antisymmetric : forall a b, le a b -> le b a -> a = b.
Proof. unfold le; intros; apply code_injective; lia. Qed.

Theorem order_total : forall a b, le a b \/ le b a.
Proof. unfold le; intros; lia. Qed.

(** "INITIAL > PROCESSING > FAILED > DECLINED > OPERATOR_REQUIRED > SUCCESS, worst first." *)
Theorem order_worst_first :
  code INITIAL > code PROCESSING /\ code PROCESSING > code FAILED /\ code FAILED > code DECLINED /\
  code DECLINED > code OPERATOR_REQUIRED /\ code OPERATOR_REQUIRED > code SUCCESS.
Proof. repeat split. Qed.

(** "join: associative, commutative, idempotent, absorbing." *)
Theorem join_associative : forall a b c, join a (join b c) = join (join a b) c.
Proof. intros [] [] []; reflexivity. Qed.

Theorem join_commutative : forall a b, join a b = join b a.
Proof. intros [] []; reflexivity. Qed.

Theorem join_idempotent : forall a, join a a = a.
Proof. intros []; reflexivity. Qed.

Theorem join_absorbs_meet : forall a b, join a (meet a b) = a.
Proof. intros [] []; reflexivity. Qed.

Theorem meet_associative : forall a b c, meet a (meet b c) = meet (meet a b) c.
Proof. intros [] [] []; reflexivity. Qed.

Theorem meet_commutative : forall a b, meet a b = meet b a.
Proof. intros [] []; reflexivity. Qed.

Theorem meet_idempotent : forall a, meet a a = a.
Proof. intros []; reflexivity. Qed.

Theorem meet_absorbs_join : forall a b, meet a (join a b) = a.
Proof. intros [] []; reflexivity. Qed.

(** "INITIAL is top and absorbs, SUCCESS is bottom." *)
Theorem initial_is_top : forall a, le a INITIAL.
Proof. intros []; unfold le; simpl; lia. Qed.

Theorem initial_absorbs : forall a, join a INITIAL = INITIAL /\ join INITIAL a = INITIAL.
Proof. intros []; split; reflexivity. Qed.

Theorem success_is_bottom : forall a, le SUCCESS a.
Proof. intros []; unfold le; simpl; lia. Qed.

Theorem success_is_neutral : forall a, join a SUCCESS = a /\ join SUCCESS a = a.
Proof. intros []; split; reflexivity. Qed.

(** Join is the least upper bound, meet the greatest lower bound: nothing else is worst and best of two. *)
Theorem join_least_upper_bound : forall a b c, le (join a b) c <-> le a c /\ le b c.
Proof. intros [] [] []; unfold le; simpl; lia. Qed.

Theorem meet_greatest_lower_bound : forall a b c, le c (meet a b) <-> le c a /\ le c b.
Proof. intros [] [] []; unfold le; simpl; lia. Qed.

Theorem join_monotone : forall a b c d, le a b -> le c d -> le (join a c) (join b d).
Proof. intros [] [] [] []; unfold le; simpl; lia. Qed.

Theorem join_is_one_of_both : forall a b, join a b = a \/ join a b = b.
Proof. intros [] []; auto. Qed.

Lemma join_upper_left : forall a b, le a (join a b).
Proof. intros [] []; unfold le; simpl; lia. Qed.

Lemma join_upper_right : forall a b, le b (join a b).
Proof. intros [] []; unfold le; simpl; lia. Qed.

Lemma le_join : forall a b, le a b <-> join a b = b.
Proof. intros [] []; unfold le; simpl; split; intro H; try reflexivity; try discriminate; try lia; exfalso; lia. Qed.

Definition worst_first := [INITIAL; PROCESSING; FAILED; DECLINED; OPERATOR_REQUIRED; SUCCESS].

Lemma in_worst_first : forall r, In r worst_first.
Proof. intros []; simpl; tauto. Qed.

Lemma find_worst : forall (p : resolution -> bool) r, p r = true ->
  exists w, find p worst_first = Some w /\ p w = true /\ le r w.
Proof.
  intros p r H. unfold worst_first, find.
  destruct (p INITIAL) eqn:A; [exists INITIAL; repeat split; auto using initial_is_top |].
  destruct (p PROCESSING) eqn:B; [exists PROCESSING; repeat split; auto; destruct r; congruence || discriminate |].
  destruct (p FAILED) eqn:C; [exists FAILED; repeat split; auto; destruct r; congruence || discriminate |].
  destruct (p DECLINED) eqn:D; [exists DECLINED; repeat split; auto; destruct r; congruence || discriminate |].
  destruct (p OPERATOR_REQUIRED) eqn:E;
    [exists OPERATOR_REQUIRED; repeat split; auto; destruct r; congruence || discriminate |].
  destruct (p SUCCESS) eqn:F; [exists SUCCESS; repeat split; auto; destruct r; congruence || discriminate |].
  destruct r; congruence.
Qed.
