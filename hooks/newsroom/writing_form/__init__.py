"""The form for writing articles in a browser, and what VS Code's form is told; preview only.

The form is Sveltia CMS working on a folder of this machine. Everything it offers comes from the
schema and the register; nothing of it is in the published site.
"""

from newsroom.writing_form.preview import FORM_POLICY, PreviewForm, preview_form

__all__ = ["FORM_POLICY", "PreviewForm", "preview_form"]
