(** R1: the resolution of one sighting of an analysis, and what an analysis carries. *)

From Coq Require Import NArith List Bool.
From OzStatus Require Import Order Times.
Import ListNotations.

(** SPEC 2: an analysis is never INITIAL, hence a type of its own that converts into a resolution. *)
Inductive analysis_resolution :=
  Analysis_SUCCESS | Analysis_OPERATOR_REQUIRED | Analysis_DECLINED | Analysis_FAILED | Analysis_PROCESSING.

Definition lift (r : analysis_resolution) : resolution :=
  match r with
  | Analysis_SUCCESS => SUCCESS
  | Analysis_OPERATOR_REQUIRED => OPERATOR_REQUIRED
  | Analysis_DECLINED => DECLINED
  | Analysis_FAILED => FAILED
  | Analysis_PROCESSING => PROCESSING
  end.

Definition worse (a b : analysis_resolution) : analysis_resolution := if leb (lift a) (lift b) then b else a.

Definition lift_state (s : analysis_state) : analysis_resolution :=
  match s with
  | State_PROCESSING => Analysis_PROCESSING
  | State_FAILED => Analysis_FAILED
  | State_FINISHED => Analysis_SUCCESS
  end.

(** An absent part says nothing. *)
Definition worse_present (a b : option analysis_resolution) : option analysis_resolution :=
  match a, b with
  | Some x, Some y => Some (worse x y)
  | Some x, None => Some x
  | None, y => y
  end.

(** [None] is the error [missing_outcome]. *)
Definition resolve_analysis (state : option analysis_state) (resolution_status resolution : option analysis_resolution)
  : option analysis_resolution :=
  match worse_present resolution_status resolution, state with
  | None, (None | Some State_FINISHED) => None
  | outcome, _ => worse_present (option_map lift_state state) outcome
  end.

Definition running_resolution (r : analysis_resolution) : bool :=
  match r with Analysis_PROCESSING => true | _ => false end.

(** One analysis of a folder, its sightings merged. Names are numbers here: only equality matters to the rules. *)
Record analysis := {
  a_id : option N;
  a_group : option N;
  a_type : option N;
  a_resolution : analysis_resolution;
  a_time : time
}.

Definition resolution_of (a : analysis) : resolution := lift (a_resolution a).
Definition running (a : analysis) : bool := running_resolution (a_resolution a).

Lemma worse_associative : forall a b c, worse a (worse b c) = worse (worse a b) c.
Proof. intros [] [] []; reflexivity. Qed.

Lemma worse_commutative : forall a b, worse a b = worse b a.
Proof. intros [] []; reflexivity. Qed.

Lemma worse_idempotent : forall a, worse a a = a.
Proof. intros []; reflexivity. Qed.

Lemma lift_worse : forall a b, lift (worse a b) = join (lift a) (lift b).
Proof. intros [] []; reflexivity. Qed.

Lemma lift_injective : forall a b, lift a = lift b -> a = b.
Proof. intros [] []; simpl; congruence. Qed.

Lemma lift_at_most_processing : forall r, le (lift r) PROCESSING.
Proof. intros []; discriminate. Qed.

Lemma running_lift : forall r, running_resolution r = true <-> lift r = PROCESSING.
Proof. intros []; simpl; split; congruence. Qed.

Theorem analysis_never_initial : forall a, resolution_of a <> INITIAL.
Proof. intros a; unfold resolution_of; destruct (a_resolution a); discriminate. Qed.

(** R1: "a FINISHED analysis without outcome is an error", and so is one without state. *)
Theorem missing_outcome_is_an_error : forall s r q,
  resolve_analysis s r q = None <-> r = None /\ q = None /\ (s = None \/ s = Some State_FINISHED).
Proof.
  intros [[] |] [[] |] [[] |]; split; intro H; try discriminate H; auto;
    destruct H as (A & B & [C | C]); discriminate.
Qed.

(** R1: "the join of what is present": no part present is worse than the result. *)
Theorem analysis_at_least_each_part : forall s r q x, resolve_analysis s r q = Some x ->
  (forall y, s = Some y -> le (lift (lift_state y)) (lift x)) /\
  (forall y, r = Some y -> le (lift y) (lift x)) /\ (forall y, q = Some y -> le (lift y) (lift x)).
Proof.
  intros [[] |] [[] |] [[] |] x H; simpl in H; try discriminate H; injection H; intros <-;
    repeat split; intros y E; try discriminate E; injection E; intros <-; discriminate.
Qed.

(** FINISHED is never a verdict: an analysis passes only if an outcome says so. *)
Theorem success_needs_an_outcome : forall s r q, resolve_analysis s r q = Some Analysis_SUCCESS ->
  (s = None \/ s = Some State_FINISHED) /\ (r = Some Analysis_SUCCESS \/ q = Some Analysis_SUCCESS).
Proof. intros [[] |] [[] |] [[] |] H; try discriminate H; auto. Qed.
