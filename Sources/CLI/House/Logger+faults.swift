import Basics
import Engine
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
}
