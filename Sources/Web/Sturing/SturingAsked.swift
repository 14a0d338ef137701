import Basics
import Hummingbird
import Sturing

/// Which figures an address asks for: a period and a creditor, and nothing else.
struct SturingAsked: Sendable, Hashable {
    let periode: Periode
    let schuldeiser: String?
    /// Whether what was asked could not be read, or lies ahead, so that this quarter is shown in its place.
    var isMisread = false

    init(periode: Periode, schuldeiser: String?) {
        self.periode = periode
        self.schuldeiser = schuldeiser
    }

    /// Two days that were filled in win over a choice from the list; without either it is this quarter.
    init(_ request: Request, today: Day) {
        let days = [request.query("van"), request.query("tot")].map { $0.flatMap(Day.init(written:)) }
        let between = days[0].flatMap { from in days[1].flatMap { Periode(van: from, tot: $0) } }
        let chosen = request.query("periode").flatMap(Periode.init)
        let asked = between ?? chosen ?? Periode(.kwartaal, around: today)
        let isGiven = request.query("van") != nil || request.query("tot") != nil
        isMisread =
            asked.van > today || isGiven && between == nil
            || !isGiven && request.query("periode") != nil && chosen == nil
        periode = asked.van > today ? Periode(.kwartaal, around: today) : asked
        schuldeiser = request.query("schuldeiser")
    }

    func with(_ periode: Periode) -> SturingAsked { SturingAsked(periode: periode, schuldeiser: schuldeiser) }

    /// The question as the query of an address.
    var query: String {
        "?periode=\("\(periode)".formEncoded)" + (schuldeiser.map { "&schuldeiser=\($0.formEncoded)" } ?? "")
    }
}
