(** R10: a tally is six counters up to a limit; an error changes nothing. *)

From Coq Require Import NArith List Bool Lia.
From OzStatus Require Import Order Semilattice Group.
Import ListNotations.
Open Scope N_scope.

Record tally := {
  successes : N; operators : N; declines : N; failures : N; runs : N; initials : N
}.

Definition empty_tally : tally :=
  {| successes := 0; operators := 0; declines := 0; failures := 0; runs := 0; initials := 0 |}.

Definition count (t : tally) (r : resolution) : N :=
  match r with
  | SUCCESS => successes t | OPERATOR_REQUIRED => operators t | DECLINED => declines t
  | FAILED => failures t | PROCESSING => runs t | INITIAL => initials t
  end.

Definition tally_from (n : resolution -> N) : tally :=
  {| successes := n SUCCESS; operators := n OPERATOR_REQUIRED; declines := n DECLINED;
     failures := n FAILED; runs := n PROCESSING; initials := n INITIAL |}.

Definition set_count (t : tally) (r : resolution) (n : N) : tally :=
  tally_from (fun q => if eqb q r then n else count t q).

Definition read_tally (t : tally) : resolution :=
  match find (fun r => negb (count t r =? 0)) worst_first with
  | Some r => r
  | None => INITIAL
  end.

Section Limit.
  (** The counter's end. *)
  Variable limit : N.

  Definition insert (r : resolution) (t : tally) : option tally :=
    if count t r <? limit then Some (set_count t r (count t r + 1)) else None.

  Definition remove (r : resolution) (t : tally) : option tally :=
    if count t r =? 0 then None else Some (set_count t r (count t r - 1)).

  Definition replace (old new : resolution) (t : tally) : option tally :=
    match remove old t with Some u => insert new u | None => None end.

  Definition merge (a b : tally) : option tally :=
    if forallb (fun r => count a r + count b r <=? limit) all_resolutions
    then Some (tally_from (fun r => count a r + count b r)) else None.

  Inductive operation := Insert (r : resolution) | Remove (r : resolution)
    | Replace (old new : resolution) | Merge (t : tally).

  Definition attempt (o : operation) (t : tally) : option tally :=
    match o with
    | Insert r => insert r t | Remove r => remove r t | Replace a b => replace a b t | Merge u => merge t u
    end.

  (** The tally after an operation, and whether it was refused. *)
  Definition apply (o : operation) (t : tally) : tally * bool :=
    match attempt o t with Some u => (u, false) | None => (t, true) end.

  Definition within_limit (t : tally) : Prop := forall r, count t r <= limit.

  Fixpoint tally_of (l : list resolution) : option tally :=
    match l with
    | [] => Some empty_tally
    | r :: q => match tally_of q with Some t => insert r t | None => None end
    end.

  Lemma count_from : forall n r, count (tally_from n) r = n r.
  Proof. intros n []; reflexivity. Qed.

  Lemma tally_ext : forall a b, (forall r, count a r = count b r) -> a = b.
  Proof.
    intros [] [] H.
    pose proof (H SUCCESS); pose proof (H OPERATOR_REQUIRED); pose proof (H DECLINED);
      pose proof (H FAILED); pose proof (H PROCESSING); pose proof (H INITIAL); simpl in *; congruence.
  Qed.

  Lemma count_set : forall t r n q, count (set_count t r n) q = if eqb q r then n else count t q.
  Proof. intros; unfold set_count; apply count_from. Qed.

  Lemma eqb_refl : forall r, eqb r r = true.
  Proof. intros; now apply eqb_eq. Qed.

  Lemma insert_some : forall r t u, insert r t = Some u <->
    count t r < limit /\ u = set_count t r (count t r + 1).
  Proof.
    intros; unfold insert. destruct (N.ltb_spec (count t r) limit); split; intuition (try discriminate; try congruence); lia.
  Qed.

  Lemma remove_some : forall r t u, remove r t = Some u <->
    count t r <> 0 /\ u = set_count t r (count t r - 1).
  Proof.
    intros; unfold remove. destruct (N.eqb_spec (count t r) 0); split; intuition (try discriminate; congruence).
  Qed.

  (** "Overflow [...] is an error." *)
  Theorem insert_refused_at_limit : forall r t, within_limit t -> (insert r t = None <-> count t r = limit).
  Proof.
    intros r t W; specialize (W r). unfold insert. destruct (N.ltb_spec (count t r) limit); split; try discriminate; auto; lia.
  Qed.

  (** "Removing what is not there [is] an error." *)
  Theorem remove_refused_when_absent : forall r t, remove r t = None <-> count t r = 0.
  Proof. intros; unfold remove. destruct (N.eqb_spec (count t r) 0); split; auto; discriminate || contradiction. Qed.

  (** "Errors that change nothing." *)
  Theorem refused_changes_nothing : forall o t, snd (apply o t) = true -> fst (apply o t) = t.
  Proof. intros o t; unfold apply. destruct (attempt o t); auto; discriminate. Qed.

  Theorem refused_iff_no_result : forall o t, snd (apply o t) = true <-> attempt o t = None.
  Proof. intros o t; unfold apply. destruct (attempt o t); split; auto; discriminate. Qed.

  Theorem insert_counts_one : forall r t u, insert r t = Some u ->
    count u r = count t r + 1 /\ forall q, q <> r -> count u q = count t q.
  Proof.
    intros r t u H. apply insert_some in H. destruct H as (_ & ->). split.
    - now rewrite count_set, eqb_refl.
    - intros q N. rewrite count_set. destruct (eqb q r) eqn:E; auto. now apply eqb_eq in E.
  Qed.

  (** Removing takes back what inserting did, and the reverse. *)
  Theorem remove_after_insert : forall r t u, insert r t = Some u -> remove r u = Some t.
  Proof.
    intros r t u H. apply insert_some in H. destruct H as (L & ->). apply remove_some.
    rewrite count_set, eqb_refl. split; [lia |]. apply tally_ext; intro q. rewrite !count_set.
    destruct (eqb q r) eqn:E; auto. apply eqb_eq in E; subst. lia.
  Qed.

  Theorem insert_after_remove : forall r t u, within_limit t -> remove r t = Some u -> insert r u = Some t.
  Proof.
    intros r t u W H. apply remove_some in H. destruct H as (L & ->). apply insert_some. specialize (W r).
    rewrite count_set, eqb_refl. split; [lia |]. apply tally_ext; intro q. rewrite !count_set.
    destruct (eqb q r) eqn:E; auto. apply eqb_eq in E; subst. lia.
  Qed.

  Definition bind (o : option tally) (f : tally -> option tally) : option tally :=
    match o with Some t => f t | None => None end.

  (** The order of counting never matters, not even to the error. *)
  Theorem insert_commutes : forall a b t, bind (insert a t) (insert b) = bind (insert b t) (insert a).
  Proof.
    intros a b t. destruct (eqb a b) eqn:E; [apply eqb_eq in E; now subst |].
    assert (eqb b a = false) as E' by (unfold eqb in *; now rewrite N.eqb_sym).
    unfold insert. destruct (count t a <? limit) eqn:A, (count t b <? limit) eqn:B; simpl;
      rewrite ?count_set, ?E, ?E', ?A, ?B; auto.
    f_equal. apply tally_ext; intro q. rewrite !count_set, ?E, ?E'.
    destruct (eqb q a) eqn:Q, (eqb q b) eqn:R; auto.
    apply eqb_eq in Q, R. subst. subst. rewrite eqb_refl in E. discriminate.
  Qed.

  (** Replacing is removing, then inserting, and can be taken back. *)
  Theorem replace_is_remove_then_insert : forall old new t, replace old new t = bind (remove old t) (insert new).
  Proof. reflexivity. Qed.

  Theorem replace_taken_back : forall old new t u, within_limit t ->
    replace old new t = Some u -> replace new old u = Some t.
  Proof.
    intros old new t u W H. unfold replace in *. destruct (remove old t) as [m |] eqn:M; [| discriminate].
    rewrite (remove_after_insert new m u H). now apply insert_after_remove.
  Qed.

  Theorem replace_by_itself : forall r t, within_limit t -> count t r <> 0 -> replace r r t = Some t.
  Proof.
    intros r t W N. unfold replace. destruct (remove r t) as [m |] eqn:M.
    - now apply insert_after_remove.
    - apply remove_refused_when_absent in M. contradiction.
  Qed.

  Lemma merge_some : forall a b u, merge a b = Some u <->
    (forall r, count a r + count b r <= limit) /\ u = tally_from (fun r => count a r + count b r).
  Proof.
    intros a b u; unfold merge.
    destruct (forallb _ all_resolutions) eqn:F.
    - rewrite forallb_forall in F. split.
      + intros [= <-]; split; auto. intro r. apply N.leb_le, F. destruct r; simpl; tauto.
      + intros (_ & ->); auto.
    - split; [discriminate |]. intros (H & _). exfalso.
      assert (forallb (fun r => count a r + count b r <=? limit) all_resolutions = true); [| congruence].
      apply forallb_forall. intros r _. now apply N.leb_le.
  Qed.

  Lemma merge_same_sum : forall a b a' b', (forall r, count a r + count b r = count a' r + count b' r) ->
    merge a b = merge a' b'.
  Proof.
    intros a b a' b' H. unfold merge.
    assert (forallb (fun r => count a r + count b r <=? limit) all_resolutions
          = forallb (fun r => count a' r + count b' r <=? limit) all_resolutions) as ->.
    { unfold all_resolutions, forallb. now rewrite !H. }
    assert (tally_from (fun r => count a r + count b r) = tally_from (fun r => count a' r + count b' r)) as ->; auto.
    apply tally_ext; intro r; rewrite !count_from; auto.
  Qed.

  Theorem tally_merge_commutative : forall a b, merge a b = merge b a.
  Proof. intros; apply merge_same_sum; intro; lia. Qed.

  (** Associative, overflow included: either way of merging refuses the same. *)
  Theorem tally_merge_associative : forall a b c,
    bind (merge a b) (fun u => merge u c) = bind (merge b c) (merge a).
  Proof.
    intros a b c.
    destruct (merge a b) as [u |] eqn:U, (merge b c) as [v |] eqn:V; simpl; auto.
    - apply merge_some in U, V. destruct U as (_ & ->), V as (_ & ->). apply merge_same_sum.
      intro r; rewrite !count_from; lia.
    - destruct (merge u c) as [w |] eqn:W; auto. exfalso. apply merge_some in U, W.
      destruct U as (_ & ->), W as (W & _).
      assert (merge b c = Some (tally_from (fun r => count b r + count c r))); [| congruence].
      apply merge_some; split; auto. intro r. specialize (W r). rewrite count_from in W. lia.
    - destruct (merge a v) as [w |] eqn:W; auto. exfalso. apply merge_some in V, W.
      destruct V as (_ & ->), W as (W & _).
      assert (merge a b = Some (tally_from (fun r => count a r + count b r))); [| congruence].
      apply merge_some; split; auto. intro r. specialize (W r). rewrite count_from in W. lia.
  Qed.

  Theorem tally_merge_neutral : forall t, within_limit t -> merge empty_tally t = Some t.
  Proof.
    intros t W. apply merge_some; split.
    - intro r; specialize (W r); destruct r; simpl in *; lia.
    - apply tally_ext; intro r; rewrite count_from; destruct r; reflexivity.
  Qed.

  Theorem operations_stay_within_limit : forall o t, within_limit t -> within_limit (fst (apply o t)).
  Proof.
    assert (forall r t u, insert r t = Some u -> within_limit t -> within_limit u) as I.
    { intros r t u H W q. apply insert_some in H. destruct H as (L & ->). rewrite count_set.
      destruct (eqb q r); [lia | apply W]. }
    assert (forall r t u, remove r t = Some u -> within_limit t -> within_limit u) as R.
    { intros r t u H W q. apply remove_some in H. destruct H as (L & ->). rewrite count_set.
      destruct (eqb q r); [specialize (W r); lia | apply W]. }
    intros o t W. unfold apply. destruct (attempt o t) as [u |] eqn:A; auto. simpl.
    destruct o as [r | r | a b | m]; simpl in A; eauto.
    - unfold replace in A. destruct (remove a t) as [v |] eqn:V; [| discriminate]. eauto.
    - apply merge_some in A. destruct A as (L & ->). intro r. now rewrite count_from.
  Qed.

  (** Inserting into one part and merging is merging and inserting: partial tallies add up. *)
  Theorem insert_then_merge : forall r a b,
    bind (insert r a) (fun u => merge u b) = bind (merge a b) (insert r).
  Proof.
    intros r a b. destruct (insert r a) as [u |] eqn:U; simpl.
    - apply insert_some in U. destruct U as (L & ->). destruct (merge a b) as [v |] eqn:V; simpl.
      + apply merge_some in V. destruct V as (V & ->). unfold insert. rewrite count_from.
        destruct (N.ltb_spec (count a r + count b r) limit) as [X | X].
        * apply merge_some; split.
          -- intro q. rewrite count_set. destruct (eqb q r) eqn:E; auto. apply eqb_eq in E; subst. lia.
          -- apply tally_ext; intro q. rewrite count_set, !count_from, count_set.
             destruct (eqb q r) eqn:E; auto. apply eqb_eq in E; subst. lia.
        * destruct (merge (set_count a r (count a r + 1)) b) as [w |] eqn:W; auto. exfalso.
          apply merge_some in W. destruct W as (W & _). specialize (W r). rewrite count_set, eqb_refl in W. lia.
      + destruct (merge (set_count a r (count a r + 1)) b) as [w |] eqn:W; auto. exfalso.
        apply merge_some in W. destruct W as (W & _).
        assert (merge a b = Some (tally_from (fun r => count a r + count b r))); [| congruence].
        apply merge_some; split; auto. intro q. specialize (W q). rewrite count_set in W.
        destruct (eqb q r) eqn:E; [| assumption]. apply eqb_eq in E; subst. lia.
    - destruct (merge a b) as [v |] eqn:V; auto. simpl. symmetry. unfold insert in *.
      apply merge_some in V. destruct V as (V & ->). rewrite count_from.
      destruct (N.ltb_spec (count a r) limit); [discriminate |].
      destruct (N.ltb_spec (count a r + count b r) limit); auto. lia.
  Qed.

  Lemma tally_of_within : forall l t, tally_of l = Some t -> within_limit t.
  Proof.
    induction l as [| r l IH]; simpl; intros t H.
    - injection H; intros <- []; simpl; lia.
    - destruct (tally_of l) as [u |]; [| discriminate].
      pose proof (operations_stay_within_limit (Insert r) u (IH u eq_refl)) as W.
      unfold apply, attempt in W. rewrite H in W. exact W.
  Qed.

  (** Tallies of parts, merged, are the tally of the whole. *)
  Theorem tally_of_append : forall l l', tally_of (l ++ l') =
    bind (tally_of l) (fun a => bind (tally_of l') (merge a)).
  Proof.
    induction l as [| r l IH]; intro l'; simpl.
    - destruct (tally_of l') as [t |] eqn:T; auto. simpl. symmetry. eapply tally_merge_neutral, tally_of_within; eauto.
    - rewrite IH. destruct (tally_of l) as [a |]; auto. simpl.
      destruct (tally_of l') as [b |]; simpl.
      + symmetry. apply insert_then_merge.
      + destruct (insert r a); reflexivity.
  Qed.

  Lemma tally_counts : forall l t r, tally_of l = Some t -> (count t r <> 0 <-> In r l).
  Proof.
    induction l as [| a l IH]; simpl; intros t r H.
    - injection H; intros <-. destruct r; simpl; tauto.
    - destruct (tally_of l) as [u |]; [| discriminate]. apply insert_some in H. destruct H as (_ & ->).
      rewrite count_set, <- (IH u r eq_refl). destruct (eqb r a) eqn:E.
      + apply eqb_eq in E; subst. split; [now left | lia].
      + split; [now right |]. intros [-> | I]; auto. rewrite eqb_refl in E; discriminate.
  Qed.
End Limit.

Lemma read_tally_member : forall t r, count t r <> 0 -> count t (read_tally t) <> 0 /\ le r (read_tally t).
Proof.
  intros t r C. destruct (find_worst (fun r => negb (count t r =? 0)) r) as (w & F & P & L).
  - apply negb_true_iff. now apply N.eqb_neq.
  - unfold read_tally. rewrite F. split; auto. apply negb_true_iff in P. now apply N.eqb_neq.
Qed.

(** The read-out is R2 of what is counted, INITIAL for nothing (C1). *)
Theorem tally_reads_as_group_result : forall limit l t, tally_of limit l = Some t -> read_tally t = group_result l.
Proof.
  intros limit [| a l] t H; [injection H; intros <-; reflexivity |]. symmetry.
  pose proof (tally_counts limit (a :: l) t) as C.
  assert (forall r, In r (a :: l) -> In (read_tally t) (a :: l) /\ le r (read_tally t)) as M.
  { intros r I. apply (C r H) in I. apply read_tally_member in I. destruct I as (I & L). split; auto. now apply (C _ H). }
  apply group_result_unique.
  - apply (M a). now left.
  - intros r I. now apply M.
Qed.
