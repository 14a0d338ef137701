import Basics
import Engine
import Incasso
import Logging
import Zaken

extension Logger {
    /// Tells of versions of a process that cannot be run; zaken on them stand still.
    func note(_ faults: [OnleesbareVersie]) {
        for fault in faults {
            let why = fault.opmerkingen.prefix(5).map(\.message.description).joined(separator: "; ")
            error(
                "a version of a process cannot be run",
                metadata: ["process": "\(fault.key.process)", "version": "\(fault.key.version)", "why": "\(why)"])
        }
    }

    /// Tells what a night run could not compute or mend, and why; the screens show which zaken they are.
    func note(_ failures: Nachtmislukkingen) {
        for one in failures.eerste {
            let about: Metadata =
                switch one.over {
                case .vordering(let id): ["claim": "\(id)"]
                case .zaak(let id): ["zaak": "\(id)"]
                }
            error(
                "the night run could not do one thing", metadata: about.merging(["cause": "\(one.oorzaak)"]) { $1 })
        }
        let more = failures.aantal - failures.eerste.count
        if more > 0 { error("the night run could not do more of them", metadata: ["count": "\(more)"]) }
    }
}
