"""What MkDocs loads: its events, bound to one object. Everything else is in ``engine``."""

from engine.portal import Portal

_portal = Portal()

on_startup = _portal.on_startup
on_config = _portal.on_config
on_pre_build = _portal.on_pre_build
on_files = _portal.on_files
on_env = _portal.on_env
on_template_context = _portal.on_template_context
on_post_build = _portal.on_post_build
on_serve = _portal.on_serve
on_shutdown = _portal.on_shutdown
on_build_error = _portal.on_build_error
