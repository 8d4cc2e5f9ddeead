"""Reads payloads (SPEC 5) into the oracle's lines. Parsing only: no rule about statuses stands here."""

import json
import math
import re

FOLDER_KEYS = ("analyses", "folder_id", "resolution_status", "system_resolution", "state")
ANALYSIS_KEYS = ("analyses", "analyse_id", "analysis_id", "folder_id", "group_id", "type", "state",
                 "resolution_status", "resolution", "time_updated")
OUTCOMES = {"SUCCESS", "OPERATOR_REQUIRED", "DECLINED", "FAILED", "PROCESSING"}
WORDS = {
    "state": {"FINISHED", "FAILED", "PROCESSING"},
    "resolution_status": OUTCOMES,
    "resolution": OUTCOMES,
    "claimed status": {"INITIAL", "PROCESSING", "FAILED", "FINISHED"},
    "claimed resolution": OUTCOMES | {"INITIAL"},
}
ALIASES = {"LIVENESS": "QUALITY", "BLACKLIST": "COLLECTION"}
UPPER = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
RFC3339 = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})"
                     r"(?:\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))")
FIRST = 946_684_800_000_000
BEYOND = 7_258_118_400_000_000


class Refused(Exception):
    """The payload cannot be read."""


class Number(str):
    """A number as it is written: doubles must not round what integers say exactly."""


class Object(list):
    """An object as its pairs: a key may stand twice."""


def refuse_constant(name):
    raise Refused("invalid_json: " + name)


def parse(text):
    try:
        return json.loads(text, object_pairs_hook=Object, parse_int=Number, parse_float=Number,
                          parse_constant=refuse_constant)
    except ValueError as error:
        raise Refused("invalid_json") from error


def whole(value):
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused("invalid_json: lone surrogate") from error


def fields(pairs, keys):
    """The values of the keys that are read; absent and null are None."""
    found = {}
    for key, value in pairs:
        whole(key)
        if key in keys:
            if key in found:
                raise Refused("duplicate_key")
            found[key] = value
    return {key: found.get(key) for key in keys}


def is_text(value):
    return isinstance(value, str) and not isinstance(value, Number)


def name(value):
    if value is None:
        return None
    if not is_text(value):
        raise Refused("wrong_type")
    whole(value)
    if value == "":
        raise Refused("empty_name")
    return value


def type_name(value):
    value = name(value)
    if value is None:
        return None
    value = value.translate(UPPER)
    return ALIASES.get(value, value)


def word(value, field):
    if value is None:
        return None
    if not is_text(value):
        raise Refused("wrong_type")
    value = value.translate(UPPER)
    if value not in WORDS[field]:
        raise Refused("unknown_word or word_not_allowed")
    return value


def days_from_1970(year, month, day):
    """Days of the Gregorian calendar, without the range of a library's dates."""
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def calendar_time(value):
    match = RFC3339.fullmatch(value)
    if not match:
        raise Refused("invalid_time")
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= month <= 12 or not 1 <= day <= lengths[month - 1] or hour > 23 or minute > 59 or second > 59:
        raise Refused("invalid_time")
    offset = 0
    if match.group(8):
        hours, minutes = int(match.group(9)), int(match.group(10))
        if hours > 23 or minutes > 59:
            raise Refused("invalid_time")
        offset = (hours * 60 + minutes) * 60 * (1 if match.group(8) == "+" else -1)
    seconds = days_from_1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset
    return seconds * 1_000_000 + int((match.group(7) or "")[:6].ljust(6, "0"))


def number_time(value):
    if INTEGER.fullmatch(value):
        # Longer ones are out of range whatever they say.
        return int(value) * 1_000_000 if len(value) < 20 else BEYOND
    micros = float(value) * 1e6
    if not math.isfinite(micros) or micros < 0:
        return BEYOND
    whole = math.floor(micros)
    return whole + (micros - whole >= 0.5)


def time(value):
    if value is None:
        return None
    if isinstance(value, Number):
        micros = number_time(value)
    elif is_text(value):
        micros = number_time(value) if NUMBER.fullmatch(value) else calendar_time(value)
    else:
        raise Refused("wrong_type")
    if not FIRST <= micros < BEYOND:
        raise Refused("time_out_of_range")
    return micros


class Numbers:
    """The same name, the same number; the rules compare names and nothing else."""

    def __init__(self):
        self.names = []
        self.numbers = {}

    def of(self, value):
        if value is None:
            return "-"
        if value not in self.numbers:
            self.numbers[value] = len(self.names)
            self.names.append(value)
        return str(self.numbers[value])

    def back(self, number):
        return None if number == "-" else self.names[int(number)]


class Folder:
    """A payload in the oracle's form, and the way back from its numbers to names."""

    def __init__(self, payload, required):
        self.ids, self.groups, self.types = Numbers(), Numbers(), Numbers()
        self.folder_ids = set()
        try:
            text = payload.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Refused("invalid_utf8") from error
        top = parse(text)
        callback, analyses = self.shape(top)
        sightings = [self.sighting(element, key) for key, element in analyses]
        if len(self.folder_ids) > 1:
            raise Refused("conflicting_folders")
        wanted = [self.types.of(type_name(value)) for value in required]
        self.line = " ".join([callback or "-", ",".join(wanted) or "-", *sightings])

    def shape(self, top):
        if isinstance(top, Object):
            given = [value for key, value in top if key == "analyses"]
            if len(given) > 1:
                raise Refused("duplicate_key")
            analyses = given[0] if given else None
            if analyses is None:
                if any(key in ("analyse_id", "analysis_id") and value is not None for key, value in top):
                    return None, [(None, top)]
                raise Refused("missing_analyses")
            folder = fields(top, FOLDER_KEYS)
            self.folder_id(folder["folder_id"])
            word(folder["resolution_status"], "claimed status")
            word(folder["system_resolution"], "claimed resolution")
            callback = word(folder["state"], "state")
            if isinstance(analyses, Object):
                return callback, self.keyed(analyses)
            if isinstance(analyses, list):
                return callback, [(None, element) for element in analyses]
            raise Refused("wrong_type")
        if isinstance(top, list):
            return None, [(None, element) for element in top]
        raise Refused("wrong_shape")

    @staticmethod
    def keyed(analyses):
        if not analyses:
            raise Refused("missing_analyses")
        keys = [type_name(key) for key, _ in analyses]
        if len(set(keys)) < len(keys):
            raise Refused("duplicate_key")
        return list(zip(keys, (element for _, element in analyses)))

    def folder_id(self, value):
        value = name(value)
        if value is not None:
            self.folder_ids.add(value)

    def sighting(self, element, key):
        if not isinstance(element, Object):
            raise Refused("wrong_shape")
        analysis = fields(element, ANALYSIS_KEYS)
        if analysis["analyses"] is not None:
            raise Refused("wrong_shape")
        self.folder_id(analysis["folder_id"])
        one, other = name(analysis["analyse_id"]), name(analysis["analysis_id"])
        if one is not None and other is not None and one != other:
            raise Refused("conflicting_ids")
        kind = type_name(analysis["type"])
        if key is not None and kind is not None and key != kind:
            raise Refused("conflicting_types")
        micros = time(analysis["time_updated"])
        return " ".join([
            self.ids.of(other if one is None else one), self.groups.of(name(analysis["group_id"])),
            self.types.of(key if kind is None else kind),
            word(analysis["state"], "state") or "-",
            word(analysis["resolution_status"], "resolution_status") or "-",
            word(analysis["resolution"], "resolution") or "-",
            "-" if micros is None else str(micros)])

    def answer(self, line):
        """The oracle's line in the words of the verdict; {"error": code} if it refused."""
        parts = line.split(" ")
        if parts[0] == "refused":
            return {"error": parts[1]}
        status, resolution, decision, determining, last, groups, required = parts
        places = lambda text: [] if text == "." else [int(place) for place in text.split(",")]
        items = lambda text: [] if text == "." else [item.split(":") for item in text.split(";")]
        counted = ("SUCCESS", "OPERATOR_REQUIRED", "DECLINED", "FAILED", "PROCESSING")
        return {
            "folder_status": status, "system_resolution": resolution, "decision": decision,
            "determining": places(determining),
            "last_finished": [] if last == "." else [self.groups.back(group) for group in last.split(",")],
            "groups": [{"group_id": self.groups.back(group), "resolution": result,
                        "finished_at_us": None if finished == "-" else int(finished),
                        "counts": dict(zip(counted, (int(count) for count in counts.split(","))))}
                       for group, result, finished, counts in items(groups)],
            "required": [{"type": self.types.back(kind), "resolution": result, "determining": places(decided)}
                         for kind, result, decided in items(required)],
        }


def projected(verdict):
    """What of a verdict the model speaks of."""
    keys = ("folder_status", "system_resolution", "decision", "determining", "last_finished", "groups", "required")
    shown = {key: verdict[key] for key in keys}
    shown["determining"] = [entry["index"] for entry in verdict["determining"]]
    return shown
