"""usage: validate_python.py COMPLETE PARTIAL <cases, one {"mode", "body"} a line

Says of each body whether python3-jsonschema finds it valid by the schema of its mode.
"""

import json
import sys

import jsonschema

sys.set_int_max_str_digits(0)


def validator(path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


validators = dict(zip(("complete", "partial"), map(validator, sys.argv[1:])))
for line in sys.stdin:
    case = json.loads(line)
    is_valid = validators[case["mode"]].is_valid(json.loads(case["body"]))
    print("valid" if is_valid else "invalid")
