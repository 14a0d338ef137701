import Basics

/// What is due, the earliest first; of the same moment what was added first (a binary heap).
struct Agenda<Item> {
    private var rows: [(moment: Moment, number: Int, item: Item)] = []
    private var count = 0

    mutating func add(_ item: Item, at moment: Moment) {
        count += 1
        rows.append((moment, count, item))
        var place = rows.count - 1
        while place > 0, isBefore(place, (place - 1) / 2) {
            rows.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func next() -> (Moment, Item)? {
        guard let first = rows.first else { return nil }
        rows.swapAt(0, rows.count - 1)
        rows.removeLast()
        var place = 0
        while let child = [2 * place + 1, 2 * place + 2].filter({ $0 < rows.count }).min(by: isBefore),
            isBefore(child, place)
        {
            rows.swapAt(child, place)
            place = child
        }
        return (first.moment, first.item)
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        (rows[left].moment, rows[left].number) < (rows[right].moment, rows[right].number)
    }
}
