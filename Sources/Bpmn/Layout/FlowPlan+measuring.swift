extension FlowPlan {
    /// Rows first: where lines cross over from one to another says how wide the space between columns is.
    mutating func measure(laneCount: Int, isLaned: Bool) {
        measureRows(laneCount: laneCount, isLaned: isLaned)
        measureLevels()
        channels = bundles.mapValues { ChannelTracks($0) }
        measureColumns(indent: isLaned ? 30 : 0)
        for lane in laneBounds.indices { laneBounds[lane].width = size.width }
        for index in graph.vertices.indices {
            let vertex = graph.vertices[index]
            guard let element = vertex.element else { continue }
            let center = center(index)
            let corner = Point(center.x - vertex.width / 2, center.y - vertex.height / 2)
            places.append((element, Bounds(corner.x, corner.y, vertex.width, vertex.height)))
        }
    }

    func measureLabels() -> [Int: Double] {
        graph.links.reduce(into: [:]) { room, link in
            guard !link.isDetour, link.via.isEmpty else { return }
            let layer = graph.vertices[link.to].layer
            room[layer] = max(room[layer] ?? 0, link.room)
        }
    }

    private mutating func measureColumns(indent: Double) {
        let first = channels[-1]?.count ?? 0
        var x = indent + max(20, first == 0 ? 0 : Double(first) * ScopeLayout.trackWidth + 22)
        for (number, layer) in graph.layers.enumerated() {
            if number > 0 { x += channelWidth(after: number - 1) + (labelRoom[number] ?? 0) }
            let width = layer.map { graph.vertices[$0].width }.max() ?? 0
            columnX.append(x)
            columnWidth.append(width)
            x += width
        }
        let last = channels[graph.layers.count - 1]?.count ?? 0
        size.width = graph.layers.isEmpty ? 0 : x + 20 + Double(last) * ScopeLayout.trackWidth
    }

    private func channelWidth(after layer: Int) -> Double {
        max(ScopeLayout.gap, 36 + Double(channels[layer]?.count ?? 0) * ScopeLayout.trackWidth)
    }

    private mutating func measureRows(laneCount: Int, isLaned: Bool) {
        let detours = graph.links.count { $0.isDetour }
        var y = graph.vertices.isEmpty ? 0 : (detours > 0 ? 24 : 14) + Double(detours) * ScopeLayout.trackGap
        var heights = [[(height: Double, below: Double)]](repeating: [], count: laneCount)
        for vertex in graph.vertices {
            let missing = vertex.row + 1 - heights[vertex.lane].count
            if missing > 0 { heights[vertex.lane] += Array(repeating: (20, 0), count: missing) }
            let row = heights[vertex.lane][vertex.row]
            let below = vertex.element.flatMap { edgeRoom[$0] } ?? 0
            heights[vertex.lane][vertex.row] = (max(row.height, vertex.height), max(row.below, below))
        }
        for lane in 0..<laneCount {
            let top = lane == 0 ? 0 : y
            if isLaned { y += 12 }
            rowY.append([])
            for row in heights[lane] {
                rowY[lane].append(y + row.height / 2)
                y += row.height + ScopeLayout.rowGap + row.below
            }
            if isLaned { y = max(y, top + 100) }
            laneBounds.append(Bounds(0, top, 0, y - top))
        }
        if isLaned, graph.vertices.allSatisfy({ $0.lane < laneCount - 1 }), laneBounds.count > laneCount {
            laneBounds.removeLast()
        }
        size.height = y
    }

    private mutating func measureLevels() {
        for (index, vertex) in graph.vertices.enumerated() {
            for (place, event) in (vertex.element.flatMap { events[$0] } ?? []).enumerated() {
                levels[event] = height(of: index) + vertex.height / 2 + 32 + Double(place) * EdgeNames.levelGap
            }
        }
    }
}
