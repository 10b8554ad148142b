"""The pages of the site: for each address, the file whose body it shows and a finished view."""

from newsroom.pages.about_pages import SET_BY_CONFIGURATION
from newsroom.pages.form_page import FORM_ADDRESS, form_missing_page, form_page
from newsroom.pages.site import generated_addresses, page_of, site_pages, site_view
from newsroom.pages.site_page import SitePage

__all__ = [
    "FORM_ADDRESS",
    "SET_BY_CONFIGURATION",
    "SitePage",
    "form_missing_page",
    "form_page",
    "generated_addresses",
    "page_of",
    "site_pages",
    "site_view",
]
