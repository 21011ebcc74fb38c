from ..values import Fault
def call(evaluation, node):
    raise Fault("NAME", f"Unknown function: '{node.name}'.")
