"""Plain values turned into their type, with what doesn't fit told at its place and in an editor's words."""

import re
from typing import Any, TypeVar, get_args

import msgspec

from builder.problems import Problem, did_you_mean, error

T = TypeVar("T", bound=msgspec.Struct)
Places = dict[tuple[str | int, ...], tuple[int, int]]
"""The line and column of the file, from 1, that each value stands at, by the keys and numbers that lead to it."""

_ERROR_PATH = re.compile(r"^(?P<what>.*?)(?: - at `\$(?P<path>[^`]*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.(\w+)|\[(\d+|\.\.\.)\]")
_UNKNOWN_KEY = re.compile(r"unknown field `([^`]*)`")
_MISSING_KEY = re.compile(r"missing required field `([^`]*)`")
_VALUE = re.compile(r"Invalid enum value '(.*)'", re.DOTALL)
_TYPES = {"str": "text", "array": "a list", "object": "keys", "bool": "true or false", "null": "nothing"}
_WRITTEN = {
    "str": "write one text, without brackets",
    "array": "write it in brackets: {key}: [one, another]",
    "bool": "write true or false",
}
"""How a value of a type is written."""
_EXPECTED = re.compile(r"Expected `(\w+)")
_TYPE = re.compile(r"`(" + "|".join(_TYPES) + r")( \| null)?`")


def typed(data: dict[str, Any], kind: type[T], places: Places, path: str) -> tuple[T | None, tuple[Problem, ...]]:
    """Turn plain values into their type, with what doesn't fit told for each key, as if the keys before weren't there.

    The value is what the keys that fit come to; ``None`` where a key that is needed doesn't.
    """
    problems: dict[str, Problem] = {}
    while True:
        try:
            value = msgspec.convert(data, kind, strict=False)
        except msgspec.ValidationError as fault:
            key, problem = _misfit(str(fault), kind, places, path)
            problems.setdefault(key, problem)
            if key not in data:
                return None, tuple(problems.values())
            data = {name: value for name, value in data.items() if name != key}
        else:
            return value, tuple(problems.values())


def _misfit(message: str, kind: type[msgspec.Struct], places: Places, path: str) -> tuple[str, Problem]:
    """Turn msgspec's message into the key of the file that it is about, and a problem at the value's own place."""
    match = _ERROR_PATH.match(message)
    what, where = (match["what"], match["path"] or "") if match else (message, "")
    at = tuple(name or (int(number) if number != "..." else 0) for name, number in _STEP.findall(where))
    unknown, missing = _UNKNOWN_KEY.search(what), _MISSING_KEY.search(what)
    if unknown:
        key = unknown[1]
        line, column = places.get((*at, key), (1, 0))
        known = _keys(kind, at)
        hint = did_you_mean(key, known, f"known keys: {', '.join(known)}")
        problem = error(path, "key-unknown", f"unknown key “{key}”", line=line, column=column, hint=hint)
        return str((*at, key)[0]), problem
    line, column = places.get(at, (1, 0))
    if missing:
        key = missing[1]
        return str((*at, key)[0]), error(path, "key-missing", f"key “{key}” is missing", line=line, hint="add it")
    key = ".".join(map(str, at))
    choices = _choices(kind, at)
    otherwise = f"write one of {', '.join(choices)}" if choices else _hint(what, at)
    hint = did_you_mean(_VALUE.sub(r"\1", what), choices, otherwise)
    message = f"“{key}”: {_in_words(what)}"
    return str(at[0]), error(path, "value-wrong", message, line=line, column=column, hint=hint)


def _hint(what: str, at: tuple[str | int, ...]) -> str:
    """Return how a value of the type that is expected is written."""
    match = _EXPECTED.match(what)
    return _WRITTEN.get(match[1], "").format(key=at[-1]) if match else ""


def _in_words(what: str) -> str:
    """Put msgspec's words for types and values in an editor's."""
    what = what[0].lower() + what[1:]
    return _TYPE.sub(lambda name: _TYPES[name[1]], what).replace("invalid enum value", "it can't be")


def _choices(kind: type[msgspec.Struct], at: tuple[str | int, ...]) -> list[str]:
    """Return the values that are possible at a path inside ``kind``; nothing where any of the right kind is."""
    *above, key = (step for step in at if isinstance(step, str))
    fields = _fields(kind, tuple(above))
    return [str(choice) for choice in get_args(fields.get(key)) if isinstance(choice, str)]


def _keys(kind: type[msgspec.Struct], at: tuple[str | int, ...]) -> list[str]:
    """Return the known keys of the struct that lies at a path inside ``kind``."""
    return list(_fields(kind, at))


def _fields(kind: type[msgspec.Struct], at: tuple[str | int, ...]) -> dict[str, Any]:
    """Return the types of the keys of the struct that lies at a path inside ``kind``."""
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    for step in at:
        if isinstance(step, int):
            continue
        inner = [
            part for part in _parts(fields.get(step)) if isinstance(part, type) and issubclass(part, msgspec.Struct)
        ]
        fields = {field.encode_name: field.type for struct in inner for field in msgspec.structs.fields(struct)}
    return fields


def _parts(annotation: Any) -> list[Any]:
    inner = getattr(annotation, "__args__", ())
    return [annotation, *(part for argument in inner for part in _parts(argument))]
