(** Rests on an axiom: the check must refuse it by its text. *)
Axiom everything_passes : forall n : nat, n = 0.
Theorem folder_passes : 1 = 0.
Proof. apply everything_passes. Qed.
