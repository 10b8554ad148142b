"""What ``bench.py`` measures with: contenders, scenarios, previews, and the report of them."""
