public import Basics
import Database
import Jobs
public import Zaken

extension Brief {
    /// Whether a letter that was made has left, and if not, why.
    public enum Bezorging: Hashable, Sendable {
        case verzonden(Moment)
        /// Laid down to be printed or mailed by another program: it left us, and not yet the house.
        case klaargelegd(Moment)
        /// Leaves at this moment at the earliest: the hours and caps of contact, or another try after one that failed.
        case wacht(Moment?)
        /// Was tried so often and did not leave; the last cause as it was told.
        case mislukt(keren: Int, oorzaak: String)
        /// Will not leave any more.
        case ingetrokken(Intrekking)
    }

    fileprivate func bezorging(_ job: Job?) -> Bezorging {
        switch (staat, verzonden) {
        case (.verzonden, let left?): return .verzonden(left)
        case (.klaargelegd, let left?): return .klaargelegd(left)
        case (.ingetrokken(let why), _): return .ingetrokken(why)
        case (.wacht, _), (.verzonden, nil), (.klaargelegd, nil):
            guard let job, let error = job.lastError, job.attempts > 0 else { return .wacht(job?.due) }
            return .mislukt(keren: job.attempts, oorzaak: error)
        }
    }
}

extension BriefStore {
    /// How the letters of a zaak stand, by the document that each is kept as.
    public func deliveries(of zaak: Identifier<Zaak>) throws -> [Identifier<Document>: Brief.Bezorging] {
        let letters = try all(of: zaak)
        let waiting = letters.contains(where: \.waits) ? try tx.jobs.planned(for: .zaak(zaak)) : []
        return Dictionary(
            letters.map { brief in
                (brief.document, brief.bezorging(waiting.first { $0.key == brief.sendingKey }))
            }, uniquingKeysWith: { first, _ in first })
    }
}
