/// Where all ways from a node meet again: its immediate post-dominator (Cooper, Harvey and Kennedy, 2001).
struct Meetings {
    private var next: [Int]
    private let numbers: [ElementID: Int]
    private let ids: [ElementID]

    init(_ scope: Scope) {
        let ids = scope.nodes.map(\.id)
        let numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        let exit = ids.count
        var after = scope.nodes.map { node in scope.outgoing(of: node.id).compactMap { numbers[$0.target] } }
        for index in after.indices where after[index].isEmpty { after[index] = [exit] }
        after.append([])
        self.ids = ids
        self.numbers = numbers
        next = Self.postDominators(after, exit: exit)
    }

    func after(_ node: ElementID) -> ElementID? {
        guard let number = numbers[node], next[number] >= 0, next[number] < ids.count else { return nil }
        return ids[next[number]]
    }

    /// The node that every way from each node to the exit passes first; -1 where no way leads to the exit.
    private static func postDominators(_ after: [[Int]], exit: Int) -> [Int] {
        let order = backwardOrder(after, exit: exit)
        var rank = [Int](repeating: -1, count: after.count)
        for (place, node) in order.enumerated() { rank[node] = place }
        var next = [Int](repeating: -1, count: after.count)
        next[exit] = exit
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for node in order.dropFirst() {
                var meeting = -1
                for target in after[node] where next[target] >= 0 {
                    meeting = meeting < 0 ? target : common(meeting, target, next, rank)
                }
                if meeting != next[node] {
                    next[node] = meeting
                    hasChanged = true
                }
            }
        }
        return next
    }

    private static func common(_ first: Int, _ second: Int, _ next: [Int], _ rank: [Int]) -> Int {
        var (one, other) = (first, second)
        while one != other {
            while rank[one] > rank[other] { one = next[one] }
            while rank[other] > rank[one] { other = next[other] }
        }
        return one
    }

    /// From the exit backwards, each node after at least one that it leads to.
    private static func backwardOrder(_ after: [[Int]], exit: Int) -> [Int] {
        var before = [[Int]](repeating: [], count: after.count)
        for (node, targets) in after.enumerated() { for target in targets { before[target].append(node) } }
        var finished: [Int] = []
        var seen: Set<Int> = [exit]
        var stack = [(node: exit, next: 0)]
        while let (node, place) = stack.last {
            if place < before[node].count {
                stack[stack.count - 1].next += 1
                let source = before[node][place]
                if seen.insert(source).inserted { stack.append((source, 0)) }
            } else {
                finished.append(node)
                stack.removeLast()
            }
        }
        return finished.reversed()
    }
}
