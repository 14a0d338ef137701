import Basics
import Database
import Zaken

extension GemeenteStore {
    /// The key with which a municipality reports back; only its hash is kept, and it takes the place of the one before.
    public func give(terugmeldsleutel key: String, to code: String) throws {
        try tx.run("UPDATE gemeenten SET terugmeldhash = \(Toegangssleutel(key).hash) WHERE code = \(code)")
    }

    /// The code of the municipality whose key this is.
    public func code(terugmeldsleutel key: String) throws -> String? {
        try tx.first("SELECT code FROM gemeenten WHERE terugmeldhash = \(Toegangssleutel(key).hash)").map {
            try $0["code"]
        }
    }
}
