(** Rests on an axiom of the standard library, which no text here names: only Coq's own answer tells. *)
From Coq Require Import FunctionalExtensionality.
Theorem doubling : (fun n : nat => n + 0) = (fun n => n).
Proof. apply functional_extensionality. intro n. now rewrite <- plus_n_O. Qed.
