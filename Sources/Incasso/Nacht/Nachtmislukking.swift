public import Basics
public import Zaken

/// What a night run could not compute or mend, and why, for who runs the house; without what could name a person.
public struct Nachtmislukking: Hashable, Sendable {
    public enum Over: Hashable, Sendable {
        case vordering(String)
        case zaak(Identifier<Zaak>)

        var zaak: Identifier<Zaak>? { if case .zaak(let id) = self { id } else { nil } }
    }

    public let over: Over
    /// The kind of fault and its facts, with every text in it left out.
    public let oorzaak: String

    init(_ over: Over, _ error: any Error) {
        self.over = over
        oorzaak = Foutbeeld(error).text
    }
}

/// The first failures of a run, and how many there were: what keeps going wrong must not fill a log.
public struct Nachtmislukkingen: Hashable, Sendable {
    public private(set) var eerste: [Nachtmislukking] = []
    public private(set) var aantal = 0
    private static let most = 50

    mutating func add(_ one: Nachtmislukking) {
        aantal += 1
        if eerste.count < Nachtmislukkingen.most { eerste.append(one) }
    }

    mutating func add(_ others: Nachtmislukkingen) {
        aantal += others.aantal
        eerste = Array((eerste + others.eerste).prefix(Nachtmislukkingen.most))
    }
}
