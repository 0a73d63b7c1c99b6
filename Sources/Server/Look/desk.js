// The desk without this file: everything can be read and done; with it: bubbles, keys, dragging, live progress.
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // Facts: the note that the margin has, shown beside the word.
  let bubble = null;
  const hide = () => { if (bubble) bubble.remove(); bubble = null; all(".lit").forEach((e) => e.classList.remove("lit")); };
  const show = (mark) => {
    hide();
    const note = document.getElementById(mark.dataset.note);
    if (!note) return;
    note.classList.add("lit");
    all(`[data-note="${CSS.escape(mark.dataset.note)}"]`).forEach((e) => e.classList.add("lit"));
    bubble = document.createElement("div");
    bubble.className = "bubble";
    bubble.setAttribute("role", "status");
    for (const child of note.childNodes) bubble.append(child.cloneNode(true));
    document.body.append(bubble);
    const box = mark.getClientRects()[0];
    const left = Math.min(box.left, innerWidth - bubble.offsetWidth - 12);
    const below = box.bottom + 8 + bubble.offsetHeight < innerHeight;
    bubble.style.left = `${scrollX + Math.max(8, left)}px`;
    bubble.style.top = `${scrollY + (below ? box.bottom + 6 : box.top - bubble.offsetHeight - 6)}px`;
  };
  all(".fact[data-note]").forEach((mark) => {
    mark.addEventListener("mouseenter", () => show(mark));
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("mouseleave", hide);
    mark.addEventListener("blur", hide);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // Review: the whole queue by keyboard.
  const proposals = all(".proposal");
  if (proposals.length) {
    const at = () => Math.max(0, proposals.indexOf(document.activeElement.closest(".proposal")));
    document.addEventListener("keydown", (event) => {
      if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
      const inQueue = document.activeElement.closest(".proposal");
      const key = event.key.toLowerCase();
      if (key === "j") proposals[Math.min(proposals.length - 1, inQueue ? at() + 1 : 0)].focus();
      else if (key === "k") proposals[Math.max(0, at() - 1)].focus();
      else if (key === "a" && inQueue) inQueue.querySelector("button[value=accept]")?.click();
      else if (key === "r" && inQueue) inQueue.querySelector("button[value=reject]")?.click();
      else if (key === "u") document.querySelector("form.undo-last button")?.click();
      else return;
      event.preventDefault();
    });
  }

  // Filing: progress as it comes.
  const progress = document.querySelector("[data-progress]");
  if (progress) {
    const bar = progress.querySelector("progress");
    const log = progress.querySelector("ol");
    const source = new EventSource(progress.dataset.progress);
    source.addEventListener("filed", (event) => {
      const told = JSON.parse(event.data);
      bar.max = told.total; bar.value = told.done;
      const line = document.createElement("li");
      line.textContent = told.line;
      log.append(line);
    });
    source.addEventListener("end", () => { source.close(); location.reload(); });
    source.addEventListener("error", () => source.close());
  }

  // Chart: drag, pin, hide, expand, path.
  const chart = document.querySelector(".chart svg");
  if (chart) {
    const nodes = new Map(all(".node", chart).map((node) => [node.dataset.id, node]));
    const edges = all(".edge", chart).map((line) => ({ line, from: line.dataset.from, to: line.dataset.to }));
    const place = (node) => [Number(node.dataset.x), Number(node.dataset.y)];
    const move = (node, x, y) => {
      node.dataset.x = x; node.dataset.y = y;
      node.setAttribute("transform", `translate(${x} ${y})`);
      const id = node.dataset.id;
      for (const edge of edges) {
        if (edge.from !== id && edge.to !== id) continue;
        const [a, b] = [place(nodes.get(edge.from)), place(nodes.get(edge.to))];
        edge.line.setAttribute("d", `M${a[0]} ${a[1]}L${b[0]} ${b[1]}`);
      }
    };
    const key = `chart ${location.pathname}${location.search}`;
    const pins = JSON.parse(localStorage.getItem(key) || "{}");
    const keep = () => localStorage.setItem(key, JSON.stringify(pins));
    for (const [id, spot] of Object.entries(pins)) {
      const node = nodes.get(id);
      if (node) { move(node, spot[0], spot[1]); node.classList.add("pinned"); }
    }
    let dragged = null, moved = false, last = [];
    const point = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(chart.getScreenCTM().inverse());
    const path = (from, to) => {
      const before = new Map([[from, null]]);
      const queue = [from];
      while (queue.length && !before.has(to)) {
        const here = queue.shift();
        for (const edge of edges) {
          if (edge.line.classList.contains("gone")) continue;
          const next = edge.from === here ? edge.to : edge.to === here ? edge.from : null;
          if (next && !before.has(next)) { before.set(next, [here, edge]); queue.push(next); }
        }
      }
      const steps = [];
      for (let step = before.get(to); step; step = before.get(step[0])) steps.push(step[1]);
      return steps;
    };
    const choose = (node) => {
      last = [...last.filter((id) => id !== node.dataset.id), node.dataset.id].slice(-2);
      all(".lit", chart).forEach((e) => e.classList.remove("lit"));
      last.forEach((id) => nodes.get(id).classList.add("lit"));
      if (last.length === 2) path(last[0], last[1]).forEach((edge) => {
        edge.line.classList.add("lit");
        nodes.get(edge.from).classList.add("lit"); nodes.get(edge.to).classList.add("lit");
      });
    };
    const remove = (node) => {
      node.classList.add("gone");
      edges.filter((e) => e.from === node.dataset.id || e.to === node.dataset.id).forEach((e) => e.line.classList.add("gone"));
    };
    for (const node of nodes.values()) {
      node.addEventListener("pointerdown", (event) => { dragged = node; moved = false; node.setPointerCapture(event.pointerId); });
      node.addEventListener("pointermove", (event) => {
        if (dragged !== node) return;
        const { x, y } = point(event);
        const [oldX, oldY] = place(node);
        if (!moved && Math.hypot(x - oldX, y - oldY) < 6) return;
        moved = true;
        move(node, Math.round(x), Math.round(y));
      });
      node.addEventListener("pointerup", () => {
        if (moved) { pins[node.dataset.id] = place(node); node.classList.add("pinned"); keep(); } else choose(node);
        dragged = null;
      });
      node.addEventListener("dblclick", () => { location.href = node.dataset.href; });
      node.addEventListener("keydown", (event) => {
        const pressed = event.key.toLowerCase();
        const steps = { arrowleft: [-12, 0], arrowright: [12, 0], arrowup: [0, -12], arrowdown: [0, 12] };
        if (pressed === "h") remove(node);
        else if (pressed === "p") {
          if (node.classList.toggle("pinned")) pins[node.dataset.id] = place(node); else delete pins[node.dataset.id];
          keep();
        } else if (pressed === "enter" || pressed === " ") choose(node);
        else if (pressed === "e") location.href = node.dataset.href;
        else if (steps[pressed]) { const [x, y] = place(node); move(node, x + steps[pressed][0], y + steps[pressed][1]); }
        else return;
        event.preventDefault();
      });
    }
    document.querySelector("[data-unhide]")?.addEventListener("click", () => {
      all(".gone", chart).forEach((e) => e.classList.remove("gone"));
    });
  }

  // Forms that need two choices say so before they are sent.
  const merge = document.querySelector("form[data-merge]");
  if (merge) {
    const button = merge.querySelector("button[data-needs-two]");
    const count = () => { button.disabled = all("input[name=id]:checked", merge).length < 2; };
    merge.addEventListener("change", count);
    count();
  }
})();
