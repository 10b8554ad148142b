# Hai lệnh đủ dùng: make site (dựng trang vào site/) và make test. Chi tiết trong README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
# Thư mục bài viết và đích đến có thể đổi: make site PORTAL_DOCS=… SITE=…
SITE ?= site
ifdef PORTAL_DOCS
export PORTAL_DOCS := $(abspath $(PORTAL_DOCS))
endif

.PHONY: help setup setup-dev site preview test check hooks form lint format lock lock-npm reference report demo bench lighthouse screenshots clean

help: ## Các lệnh
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

setup: $(VENV)/.run ## Cài những gì cần để dựng trang vào .venv
setup-dev: $(VENV)/.dev ## Cài thêm những gì cần để kiểm thử

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Cần Python 3.11 trở lên (đang có: $$($(PYTHON) --version 2>&1))."; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.python requirements/run.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

site: setup ## Dựng trang vào site/; dừng nếu còn lỗi hoặc cảnh báo
	@test -n "$$PORTAL_URL" || echo "Lưu ý: chưa đặt PORTAL_URL (địa chỉ công khai của Trang) nên sitemap và liên kết chính thức để trống."
	$(BIN)/mkdocs build --strict -d $(abspath $(SITE))

preview: setup ## Xem trước khi đăng: http://127.0.0.1:8000/
	$(BIN)/mkdocs serve

check: setup ## Kiểm tra tin, bài mà không dựng trang
	$(BIN)/python scripts/check.py

hooks: ## Kiểm tra bài trước mỗi lần lưu vào kho
	git config core.hooksPath .githooks

reference: setup ## Viết lại danh mục lỗi và frontmatter.json
	$(BIN)/python scripts/reference.py danh-muc-loi
	$(BIN)/python scripts/reference.py vscode

form: setup ## Lấy mẫu viết bài trên trình duyệt (một lần, cần npm và mạng)
	$(BIN)/python scripts/form.py

report: setup ## Lập phụ lục báo cáo: make report ARGS="--period 2025-H1 --out phu-luc.docx --extra bo-sung.csv"
	$(BIN)/python scripts/report.py $(ARGS)

demo: setup ## Xem trước với 300 bài mẫu
	rm -rf .cache/demo && mkdir -p .cache
	$(BIN)/python scripts/sample.py 300 .cache/demo
	PORTAL_DOCS=$(abspath .cache/demo) $(BIN)/mkdocs serve

test: setup-dev ## Chạy mọi kiểm thử (tự cài Chromium, Java, npm khi được phép)
	$(BIN)/python scripts/test_tools.py
	$(BIN)/python -m pytest -n auto

lint: setup-dev ## Định dạng, luật viết mã, kiểu dữ liệu
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: setup-dev ## Sửa định dạng
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: setup-dev ## Đo tốc độ so với MkDocs + Material nguyên bản; thêm ARGS="3000 --peers all --scenarios --serve"
	$(BIN)/python scripts/bench.py $(ARGS)

lighthouse: setup-dev ## Chấm trang bằng Lighthouse; thêm ARGS="--runs 5", ARGS="site --page tin/"
	$(BIN)/python scripts/lighthouse.py $(ARGS)

screenshots: setup-dev ## Chụp lại mọi kiểu trang vào tests/browser/anh/
	$(BIN)/python scripts/screenshots.py $(ARGS)

lock: ## Tính lại các tệp requirements có mã băm (cần mạng)
	$(PYTHON) -m venv .cache/lock && .cache/lock/bin/pip install --quiet pip-tools
	cd requirements && for f in run dev peers; do ../.cache/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
	  --strip-extras --no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o $$f.txt $$f.in; done

lock-npm: ## Tính lại package-lock.json ở requirements/npm, npm-form: phiên bản, mã băm, không có địa chỉ (cần mạng)
	for d in npm npm-form; do (cd requirements/$$d && rm -f package-lock.json && npm install --package-lock-only \
	  --ignore-scripts --no-audit --no-fund --omit-lockfile-registry-resolved) || exit 1; done

clean: ## Xóa kết quả dựng và bộ nhớ đệm
	rm -rf $(SITE) .cache .pytest_cache .mypy_cache .ruff_cache
