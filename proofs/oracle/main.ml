(* Reading and printing around the extracted model; no rule stands here.

   oracle folders        lines on stdin, one line out for each
   oracle lattice FILE   runs tests/vectors/lattice.txt

   A line of a folder: CALLBACK REQUIRED, then for each sighting ID GROUP TYPE STATE RESOLUTION_STATUS RESOLUTION TIME,
   all parted by single spaces; "-" is absent, REQUIRED is numbers parted by commas, names are numbers.
   The answer: "refused CODE", or
   STATUS RESOLUTION DECISION DETERMINING LAST_FINISHED GROUPS REQUIRED, the last four as
   0,2  3,-  3:DECLINED:1700000000000000:1,0,1,0,0;...  5:SUCCESS:0,1;...  and "." for an empty list. *)

open Model

let ten = N.of_nat (let rec nat i = if i = 0 then O else S (nat (i - 1)) in nat 10)

let digit = Array.init 10 (fun i -> N.of_nat (let rec nat i = if i = 0 then O else S (nat (i - 1)) in nat i))

let n_of_string s =
  if s = "" then failwith "a number is missing";
  let n = ref N0 in
  String.iter (fun c ->
    if c < '0' || c > '9' then failwith ("not a number: " ^ s);
    n := N.add (N.mul !n ten) digit.(Char.code c - 48)) s;
  !n

let rec int_of_nat = function O -> 0 | S n -> 1 + int_of_nat n

let string_of_n n =
  let rec go n tail =
    let (q, r) = N.div_eucl n ten in
    let tail = string_of_int (int_of_nat (N.to_nat r)) ^ tail in
    if q = N0 then tail else go q tail
  in go n ""

let resolutions = [ "SUCCESS", SUCCESS; "OPERATOR_REQUIRED", OPERATOR_REQUIRED; "DECLINED", DECLINED;
  "FAILED", FAILED; "PROCESSING", PROCESSING; "INITIAL", INITIAL ]

let analysis_resolutions = [ "SUCCESS", Analysis_SUCCESS; "OPERATOR_REQUIRED", Analysis_OPERATOR_REQUIRED;
  "DECLINED", Analysis_DECLINED; "FAILED", Analysis_FAILED; "PROCESSING", Analysis_PROCESSING ]

let states = [ "FINISHED", State_FINISHED; "FAILED", State_FAILED; "PROCESSING", State_PROCESSING ]

let statuses = [ "FINISHED", Folder_FINISHED; "FAILED", Folder_FAILED; "PROCESSING", Folder_PROCESSING;
  "INITIAL", Folder_INITIAL ]

let decisions = [ "ACCEPT", ACCEPT; "REVIEW", REVIEW; "REJECT", REJECT; "RETRY", RETRY; "WAIT", WAIT ]

let of_word words w = match List.assoc_opt w words with Some x -> x | None -> failwith ("unknown word " ^ w)
let to_word words x = fst (List.find (fun (_, y) -> x = y) words)

let optional read s = if s = "-" then None else Some (read s)
let shown show = function None -> "-" | Some x -> show x
let joined sep = function [] -> "." | l -> String.concat sep l

let numbers s = if s = "-" then [] else List.map n_of_string (String.split_on_char ',' s)

let rec sightings = function
  | [] -> []
  | id :: group :: typ :: state :: status :: resolution :: time :: rest ->
      { o_id = optional n_of_string id; o_group = optional n_of_string group; o_type = optional n_of_string typ;
        o_state = optional (of_word states) state;
        o_resolution_status = optional (of_word analysis_resolutions) status;
        o_resolution = optional (of_word analysis_resolutions) resolution;
        o_time = optional n_of_string time } :: sightings rest
  | _ -> failwith "a sighting has seven fields"

let error_code = function
  | Missing_outcome -> "missing_outcome"
  | Conflicting_groups -> "conflicting_groups"
  | Conflicting_types -> "conflicting_types"

let places l = joined "," (List.map (fun n -> string_of_int (int_of_nat n)) l)

let folder line =
  match String.split_on_char ' ' line with
  | callback :: required :: rest ->
      (match judge_observed (optional (of_word states) callback) (numbers required) (sightings rest) with
       | Refused e -> "refused " ^ error_code e
       | Computed v ->
           let group g = String.concat ":" [ shown string_of_n g.g_group; to_word resolutions g.g_resolution;
             shown string_of_n g.g_finished; String.concat "," (List.map string_of_n g.g_counts) ] in
           let requirement q = String.concat ":" [ string_of_n q.q_type; to_word resolutions q.q_resolution;
             places q.q_determining ] in
           String.concat " " [ to_word statuses v.v_status; to_word resolutions v.v_resolution;
             to_word decisions v.v_decision; places v.v_determining;
             joined "," (List.map (shown string_of_n) v.v_last_finished);
             joined ";" (List.map group v.v_groups);
             joined ";" (List.map requirement v.v_required) ])
  | _ -> failwith "a folder has a callback and requirements"

let folders () =
  try while true do print_endline (folder (input_line stdin)) done with End_of_file -> ()

(* The counters have 64 bits. *)
let limit = n_of_string "18446744073709551615"

let tally = ref empty_tally

let resolution = of_word resolutions
let word = to_word resolutions

let counters t = List.map (fun r -> string_of_n (count t r)) all_resolutions

let tally_of_counters l =
  tally_from (fun r -> n_of_string (List.assoc r (List.combine all_resolutions l)))

let operate o =
  let (t, refused) = apply limit o !tally in
  tally := t;
  if refused then "refused" else "ok"

let code_of space w =
  match space with
  | "resolution" ->
      let n = code (resolution w) in
      if of_code n <> Some (resolution w) then failwith ("code of " ^ w ^ " does not come back");
      n
  | "folder" -> folder_code (of_word statuses w)
  | "analysis" -> state_code (of_word states w)
  | "decision" -> decision_code (of_word decisions w)
  | _ -> failwith ("unknown space " ^ space)

(* What a line says it is, and what the model says. *)
let lattice_line line =
  match String.split_on_char ' ' line with
  | [ "code"; space; w; n ] -> (n, string_of_n (code_of space w))
  | [ "join"; a; b; r ] -> (r, word (join (resolution a) (resolution b)))
  | [ "meet"; a; b; r ] -> (r, word (meet (resolution a) (resolution b)))
  | [ "decide"; r; d ] -> (d, to_word decisions (decide (resolution r)))
  | "group" :: n :: rest ->
      let rev = List.rev rest in
      let members = List.rev (List.tl rev) in
      if List.length members <> int_of_string n then failwith ("count of members: " ^ line);
      (List.hd rev, word (group_result (List.map resolution members)))
  | "set" :: bits :: rest ->
      let (((r, s), d), contested) = set_row (n_of_string bits) in
      (String.concat " " rest,
       String.concat " " [ word r; to_word statuses s; to_word decisions d; (if contested then "yes" else "no") ])
  | "tally" :: rest ->
      let answer, said = match rest with
        | "new" :: said -> tally := empty_tally; "ok", said
        | "insert" :: r :: said -> operate (Insert (resolution r)), said
        | "remove" :: r :: said -> operate (Remove (resolution r)), said
        | "replace" :: a :: b :: said -> operate (Replace (resolution a, resolution b)), said
        | "merge" :: a :: b :: c :: d :: e :: f :: said ->
            operate (Merge (tally_of_counters [ a; b; c; d; e; f ])), said
        | _ -> failwith ("unknown operation: " ^ line) in
      (String.concat " " said, String.concat " " (answer :: word (read_tally !tally) :: counters !tally))
  | _ -> failwith ("unknown line: " ^ line)

let lattice file =
  let input = open_in file in
  let run = ref 0 and differences = ref 0 in
  (try while true do
    let line = input_line input in
    if line <> "" && line.[0] <> '#' then begin
      incr run;
      let said, computed = lattice_line line in
      if said <> computed then begin
        incr differences;
        prerr_endline ("difference: " ^ line ^ ": the model says " ^ computed)
      end
    end
  done with End_of_file -> close_in input);
  Printf.printf "%d %d\n" !run !differences;
  if !differences > 0 || !run = 0 then exit 1

let () =
  match Array.to_list Sys.argv with
  | [ _; "folders" ] -> folders ()
  | [ _; "lattice"; file ] -> lattice file
  | _ -> prerr_endline "usage: oracle folders | oracle lattice FILE"; exit 2
