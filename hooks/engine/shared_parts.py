"""Header and footer, which thousands of pages share."""

from __future__ import annotations

import jinja2
from markupsafe import Markup


class SharedParts:
    """Renders a partial once for each depth of pages and section of the menu.

    Such a partial reads only ``site``, ``base_url``, ``home`` (the address of the front page) and
    ``section``.
    """

    def __init__(self, env: jinja2.Environment) -> None:
        self._env = env
        self._made: dict[tuple[str, str, str], Markup] = {}

    def __call__(self, template: str, base_url: str, section: str = "") -> Markup:
        """The partial *template* for pages that reach the site's root by *base_url*."""
        key = (template, base_url, section)
        if key not in self._made:
            self._made[key] = Markup(
                self._env.get_template(template).render(
                    base_url=base_url,
                    home=base_url if base_url.endswith("/") else f"{base_url}/",
                    section=section,
                    page=None,
                )
            )
        return self._made[key]
