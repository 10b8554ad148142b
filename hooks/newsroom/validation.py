"""Front matter values → a schema's model, or problems in Vietnamese with their lines."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from newsroom.problems import Problem, Severity, problem
from newsroom.schema import FIELD_NAMES, field_label
from newsroom.source import Source
from newsroom.text import nearest

Model = TypeVar("Model", bound=BaseModel)

# Mistyped, these would publish what was to be held back: such an article stays off the site.
_HOLDING_KEYS = frozenset({"draft", "publish_at"})

_REASONS = {
    "string_type": "cần một dòng chữ",
    "tuple_type": "cần một danh sách",
    "list_type": "cần một danh sách",
    "dict_type": "cần các dòng “khóa: giá trị” thụt vào bên dưới",
    "model_type": "cần các dòng “khóa: giá trị” thụt vào bên dưới",
    "model_attributes_type": "cần các dòng “khóa: giá trị” thụt vào bên dưới",
}


def validate(source: Source, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Return the model of *source* and its problems; None when a value is wrong.

    Unknown keys are reported and dropped, the rest still counts.
    """
    values: Any = source.values
    problems = list(_empty_holds(source, model))
    if problems:
        return None, problems
    while True:
        try:
            return model.model_validate(values), problems
        except ValidationError as error:
            details = error.errors(include_url=False)
        unknown = [d for d in details if d["type"] == "extra_forbidden"]
        problems += [_unknown_key(source, model, detail) for detail in unknown]
        others = [d for d in details if d["type"] != "extra_forbidden"]
        problems += [_wrong_value(source, model, detail) for detail in others]
        if others:
            return None, problems
        values = _without(values, [d["loc"] for d in unknown])


def _empty_holds(source: Source, model: type[BaseModel]) -> Iterator[Problem]:
    """A holding key without a value would publish at once what somebody meant to hold back."""
    for key in sorted(_HOLDING_KEYS & source.values.keys() & model.model_fields.keys()):
        if source.values[key] is None:
            line = source.line_of(key)
            label = field_label(key)
            reason = "chỉ nhận true (có) hoặc false (không)" if key == "draft" else "để trống"
            yield problem("field-invalid", source.path, line, field=label, reason=reason)


def _unknown_key(source: Source, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    key = str(detail["loc"][-1])
    top = len(detail["loc"]) == 1
    field_names = _field_names(model)
    known = _fields_at(model, detail["loc"][:-1]) or list(field_names)
    # A writer may have typed the field's Vietnamese name: “nháp”, “chức vụ”.
    names = {field_names[k]: k for k in (*known, *sorted(_HOLDING_KEYS)) if k in field_names}
    found = nearest(key, [*known, *sorted(_HOLDING_KEYS), *names], 1, likeness=0.65)
    close = [names.get(name, name) for name in found]
    holds_back = key in _HOLDING_KEYS or (key not in field_names and set(close) & _HOLDING_KEYS)
    suggestion = "Xóa dòng này; các mục dùng được có trong hướng dẫn biên tập."
    if close:
        meaning = field_names.get(close[0], "")
        suggestion = f"Có phải là “{close[0]}” – {meaning}? Nếu không thì xóa dòng này."
    elif not top:
        suggestion = f"Sửa thành một trong các mục dùng được ở đây: {', '.join(known)}."
    return problem(
        "field-unknown",
        source.path,
        source.line_of(*detail["loc"]),
        severity=Severity.ERROR if top and holds_back else None,
        key=key,
        suggestion=suggestion,
    )


def _fields_at(model: type[BaseModel], place: tuple[int | str, ...]) -> list[str]:
    """The keys that may stand at *place*; empty where the schema does not tell."""
    models = [model]
    for part in place:
        if isinstance(part, str):
            fields = (one.model_fields.get(part) for one in models)
            models = [own for field in fields if field for own in _models_in(field.annotation)]
    return list(dict.fromkeys(name for one in models for name in one.model_fields))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _field_names(model: type[BaseModel]) -> dict[str, str]:
    return {**getattr(model, "more_names", {}), **FIELD_NAMES}


def _wrong_value(source: Source, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    known = _field_names(model)
    names = [str(part) for part in detail["loc"] if not isinstance(part, int)]
    names = [name for name in names if name in known]
    line = source.line_of(*detail["loc"]) or 1
    if detail["type"] == "missing":
        key = str(detail["loc"][-1])
        field = field_label(key, known)
        return problem("field-missing", source.path, line, field=field, key=key)
    if not names:
        return problem(
            "field-missing",
            source.path,
            line,
            field=field_label("date"),
            key="date",
            hint=f"{detail['msg'][:1].upper()}{detail['msg'][1:]}.",
        )
    return problem(
        "field-invalid",
        source.path,
        line,
        field=" → ".join(field_label(name, known) for name in names),
        reason=_reason(detail),
    )


def _reason(detail: ErrorDetails) -> str:
    if detail["type"] == "portal":
        return detail["msg"]
    if detail["type"] in {"enum", "literal_error"}:
        expected = str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
        return f"nhận một trong các giá trị: {expected.replace(chr(39), '')}"
    return _REASONS.get(detail["type"], "có giá trị không đúng")


def _without(values: Any, locations: list[tuple[int | str, ...]]) -> Any:
    """A copy of *values* without the keys at *locations*."""
    pruned = copy.deepcopy(values)
    for location in locations:
        holder = pruned
        for part in location[:-1]:
            holder = _step(holder, part)
        if isinstance(holder, dict):
            holder.pop(location[-1], None)
    return pruned


def _step(holder: Any, part: int | str) -> Any:
    """One step down; a single value stands where the schema sees a list of one."""
    if isinstance(part, int):
        return holder[part] if isinstance(holder, list) else holder
    return holder.get(part) if isinstance(holder, dict) else holder
