(** Proven: the check must pass it, or its refusals would say nothing. *)
Theorem nothing_added : forall n, n + 0 = n.
Proof. intro n. now rewrite <- plus_n_O. Qed.
