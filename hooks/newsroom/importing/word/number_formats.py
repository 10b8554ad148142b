"""Numbers as Word writes them in front of list items. Source: ECMA-376 Part 1, 17.18.59."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def written(number: int, form: str) -> str:  # noqa: PLR0911 - one return a form
    """*number* in the number format *form*; unknown ones count in plain digits."""
    if form in {"none", "bullet"}:
        return ""
    if form in {"upperRoman", "lowerRoman"}:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in {"upperLetter", "lowerLetter"}:
        letters = _letters(number)
        return letters if form == "upperLetter" else letters.lower()
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(0x245F + number)
    if form in {"vietnameseCounting", "cardinalText"}:
        return _vietnamese(number)
    return str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    result = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        result += letters * count
    return result


def _letters(number: int) -> str:
    """A … Z, then AA, BB … ZZ, AAA: Word repeats the letter."""
    if number < 1 or number > 780:
        return str(number)
    rounds, index = divmod(number - 1, 26)
    return chr(ord("A") + index) * (rounds + 1)


def _vietnamese(number: int) -> str:
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    tail = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _DIGITS[ones])
    return f"{head} {tail}".strip()
