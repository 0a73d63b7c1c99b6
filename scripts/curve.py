"""Draws alerts against recall as SVG, without any library."""

from html import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 440, 64, 170, 24, 52
COLOURS = ["#1f5fa8", "#b3541e", "#4d7c3a", "#7a4b94"]


def draw(ours: list[tuple[float, float, float]], others: dict[str, list[list[float]]], marked: float) -> str:
    """Ours and others: (alerts, recall, threshold) over thresholds; the marked threshold gets a dot."""
    curves = {"Expediente": ours} | {name: [tuple(p) for p in points] for name, points in others.items()}
    most = max(0.1, min(0.3, max(p[0] for points in curves.values() for p in points)))
    least = 0.8

    def x(alerts: float) -> float:
        return LEFT + min(alerts, most) / most * (WIDTH - LEFT - RIGHT)

    def y(recall: float) -> float:
        return TOP + (1 - max(0.0, (recall - least) / (1 - least))) * (HEIGHT - TOP - BOTTOM)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for step in range(5):
        recall = least + (1 - least) * step / 4
        out.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(recall):.1f}" y2="{y(recall):.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y(recall) + 4:.1f}" text-anchor="end">{recall:.2f}</text>')
        alerts = most * step / 4
        out.append(f'<text x="{x(alerts):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{alerts * 100:.1f} %</text>')
    for number, (name, points) in enumerate(curves.items()):
        colour = COLOURS[number % len(COLOURS)]
        shown = sorted((p for p in points if p[0] <= most and p[1] >= least), key=lambda p: p[2])
        path = " ".join(f"{x(a):.1f},{y(r):.1f}" for a, r, _ in shown)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for a, r, t in shown:
            if abs(t - marked) < 0.0001:
                out.append(f'<circle cx="{x(a):.1f}" cy="{y(r):.1f}" r="4.5" fill="{colour}"/>')
        top = TOP + 20 + number * 22
        out.append(f'<line x1="{WIDTH - RIGHT + 14}" x2="{WIDTH - RIGHT + 34}" y1="{top - 4}" y2="{top - 4}" stroke="{colour}" stroke-width="2"/>')
        out.append(f'<text x="{WIDTH - RIGHT + 40}" y="{top}">{escape(name)}</text>')
    middle = LEFT + (WIDTH - LEFT - RIGHT) / 2
    out.append(f'<text x="{middle}" y="{HEIGHT - 12}" text-anchor="middle">names on no list that get a hit</text>')
    out.append(f'<text transform="translate(16 {HEIGHT / 2}) rotate(-90)" text-anchor="middle">right entry first</text>')
    out.append(f'<text x="{WIDTH - RIGHT + 14}" y="{HEIGHT - BOTTOM}" fill="#555">dot: threshold {marked}</text>')
    return "\n".join([*out, "</svg>", ""])
