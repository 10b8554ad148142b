(function (root, names, i, value) {
  root.classList.add("js");
  try {
    if (matchMedia("(prefers-contrast: more)").matches) root.setAttribute("data-contrast", "high");
    for (i = 0; i < 3; i++) {
      value = localStorage.getItem("portal-" + names[i]);
      if (value) root.setAttribute("data-" + names[i], value);
    }
  } catch (error) {}
})(document.documentElement, ["theme", "contrast", "text"]);
