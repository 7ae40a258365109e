"""usage: rules_between_fields.py list SCHEMA
       rules_between_fields.py drop SCHEMA RULE

Lists the rules between fields of an exported schema, or prints the schema without one of them.
"""

import json
import sys

action, path, *dropped = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    schema = json.load(file)
if action == "list":
    print(*(rule["x-rule"] for rule in schema["allOf"]), sep="\n")
else:
    for rule in schema["allOf"]:
        if rule["x-rule"] in dropped:
            # A rule over the body as a whole has no "if".
            rule["then" if "then" in rule else "anyOf"] = {} if "then" in rule else [{}]
    json.dump(schema, sys.stdout)
