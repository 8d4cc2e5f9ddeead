(** The executable model. Only booleans, options, pairs and lists become OCaml's own;
    numbers stay as proven, so nothing is assumed about machine integers. *)

From Coq Require Import Extraction ExtrOcamlBasic NArith.
From OzStatus Require Import Order Group Analysis Requirements
  Sightings Folder StatusSet Tally.

Extraction Language OCaml.
Extraction "model.ml"
  all_resolutions code of_code folder_code state_code decision_code join meet group_result decide
  set_row read_tally empty_tally count tally_from apply
  judge_observed
  N.add N.mul N.div_eucl N.of_nat N.to_nat.
