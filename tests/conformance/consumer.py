"""Answers requests of the conformance run through the wheel: a line in, a line out."""

import sys

import oz_status


def main():
    for line in sys.stdin:
        payload, review, *types = line.rstrip("\n").split(" ")
        required = [bytes.fromhex(kind).decode() for kind in types]
        try:
            verdict = oz_status.resolve(bytes.fromhex(payload), require=required, operator_review=review == "1")
            sys.stdout.write(f"ok {verdict.to_json()}\n")
        except oz_status.OzStatusError as error:
            sys.stdout.write(f"error {error.code} {error.path}\n")


sys.stdout.reconfigure(encoding="utf-8")
main()
