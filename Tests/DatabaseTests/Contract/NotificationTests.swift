import Database
import TestSupport
import Testing

@Suite("Contract: notifications")
struct NotificationTests {
    @Test(arguments: TestDatabase.all)
    func `a notification comes after the commit, and not after a rollback`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            var texts = db.notifications(on: "things \"x\"").makeAsyncIterator()
            #expect(await texts.next() == "")

            await #expect(throws: Interruption()) {
                try await db.write { tx in
                    try tx.notify("things \"x\"", "undone")
                    throw Interruption()
                }
            }
            try await db.write { tx in
                do {
                    try tx.nested {
                        try tx.notify("things \"x\"", "half undone")
                        throw Interruption()
                    }
                } catch is Interruption {}
                try tx.notify("things \"x\"", "done")
                try tx.notify("another", "elsewhere")
            }

            #expect(await texts.next() == "done")
        }
    }

    @Test(arguments: TestDatabase.all, ["'; DROP TABLE things; --", "\\", "Zoë 'x' \"y\"", ""])
    func `any text arrives as it was sent, and twice the same arrives once`(
        on kind: TestDatabase, text: String
    ) async throws {
        try await kind.withThings { db in
            var texts = db.notifications(on: "it's").makeAsyncIterator()
            #expect(await texts.next() == "")

            try await db.write { tx in
                for text in [text, text, "end"] { try tx.notify("it's", text) }
            }

            #expect(await texts.next() == text)
            #expect(await texts.next() == "end")
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `another node hears it too`(on kind: TestDatabase) async throws {
        try await kind.at(Migration.things) { location in
            try await TestDatabase.open(location, Migration.things) { here in
                try await TestDatabase.open(location, Migration.things) { there in
                    var texts = there.notifications(on: "things").makeAsyncIterator()
                    #expect(await texts.next() == "")

                    try await here.write { try $0.notify("things", "done") }

                    #expect(await texts.next() == "done")
                }
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `listening ends when the database closes`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            let texts = db.notifications(on: "things")
            await db.close()

            for await text in texts { #expect(text == "") }
        }
    }
}
