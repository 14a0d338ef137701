import Basics

/// What is due, the earliest first; of the same moment what was added first.
///
/// What is due on a later day only lies on that day's pile, and is put in order when the day comes: the next thing is found as
/// quickly among millions as among thousands.
struct Agenda<Item> {
    private typealias Row = (moment: Moment, number: Int, item: Item)
    private static var day: Int64 { 86_400_000 }

    private var piles: [Int64: [Row]] = [:]
    /// The day that is on, and what is due on it, the first last.
    private var present = Int64.min
    private var today: [Row] = []
    private var count = 0

    mutating func add(_ item: Item, at moment: Moment) {
        count += 1
        let day = moment.milliseconds / Self.day
        if day > present {
            piles[day, default: []].append((moment, count, item))
        } else {
            let place = today.partition { ($0.moment, $0.number) < (moment, count) }
            today.insert((moment, count, item), at: place)
        }
    }

    mutating func next() -> (Moment, Item)? {
        if today.isEmpty, let day = piles.keys.min() { begin(day) }
        return today.popLast().map { ($0.moment, $0.item) }
    }

    private mutating func begin(_ day: Int64) {
        present = day
        today = piles.removeValue(forKey: day) ?? []
        today.sort { ($0.moment, $0.number) > ($1.moment, $1.number) }
    }
}

extension Array {
    /// The first place from which on all fit, in a list where those that fit stand behind the others.
    fileprivate func partition(where fits: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
