import Foundation

/// Where the things of a chart stand: those that are tied near to each other.
///
/// The start is a place that the thing's own id gives, so that a thing added later moves the others little.
struct ChartLayout {
    struct Tie { var from: Int, to: Int, weight: Double }

    let (width, height): (Double, Double)
    private(set) var places: [(x: Double, y: Double)]

    /// - Parameter rounds: 0 leaves everything where it starts.
    init(ids: [String], ties: [Tie], width: Double = 1200, height: Double = 760, rounds: Int = 260) {
        (self.width, self.height) = (width, height)
        places = ids.map { Self.start(of: $0, width, height) }
        guard ids.count > 1 else {
            if ids.count == 1 { places = [(width / 2, height / 2)] }
            return
        }
        let room = sqrt(width * height / Double(ids.count)) * 0.72
        for round in 0..<rounds { step(ties, room: room, heat: 46 * (1 - Double(round) / Double(rounds)) + 0.5) }
        spread()
    }

    /// Each away from all, the tied towards each other, all a little to the middle (Fruchterman and Reingold).
    private mutating func step(_ ties: [Tie], room: Double, heat: Double) {
        var pulls = [(x: Double, y: Double)](repeating: (0, 0), count: places.count)
        for i in places.indices {
            for j in (i + 1)..<max(i + 1, places.count) {
                var (dx, dy) = (places[i].x - places[j].x, places[i].y - places[j].y)
                if dx == 0, dy == 0 { (dx, dy) = (0.1 * Double(i + 1), 0.1 * Double(j)) }
                let distance = max(1, sqrt(dx * dx + dy * dy))
                let push = room * room / distance / distance
                pulls[i].x += dx * push
                pulls[i].y += dy * push
                pulls[j].x -= dx * push
                pulls[j].y -= dy * push
            }
            pulls[i].x += (width / 2 - places[i].x) * 0.05 * room / 40
            pulls[i].y += (height / 2 - places[i].y) * 0.09 * room / 40
        }
        for tie in ties {
            let (dx, dy) = (places[tie.from].x - places[tie.to].x, places[tie.from].y - places[tie.to].y)
            let pull = sqrt(dx * dx + dy * dy) / room * min(2, tie.weight)
            pulls[tie.from].x -= dx * pull
            pulls[tie.from].y -= dy * pull
            pulls[tie.to].x += dx * pull
            pulls[tie.to].y += dy * pull
        }
        for i in places.indices {
            let length = max(1e-6, sqrt(pulls[i].x * pulls[i].x + pulls[i].y * pulls[i].y))
            let move = min(length, heat)
            places[i].x += pulls[i].x / length * move
            places[i].y += pulls[i].y / length * move
        }
    }

    /// All of it within the frame, with room for the names.
    private mutating func spread() {
        let (xs, ys) = (places.map(\.x), places.map(\.y))
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return }
        let across = (width - 260) / max(1, right - left)
        let down = (height - 110) / max(1, bottom - top)
        places = places.map { (((($0.x - left) * across) + 110).rounded(), ((($0.y - top) * down) + 50).rounded()) }
    }

    /// FNV-1a of the id, as a place.
    private static func start(of id: String, _ width: Double, _ height: Double) -> (x: Double, y: Double) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return (Double(hash & 0xFFFF) / 65_535 * width, Double((hash >> 16) & 0xFFFF) / 65_535 * height)
    }
}
