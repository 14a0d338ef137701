import Database
import Testing

@Suite("Locations")
struct LocationTests {
    @Test func `a location is read from its text`() {
        #expect(DatabaseLocation(":memory:") == .memory)
        #expect(DatabaseLocation("data/ontknoop.db") == .sqlite(path: "data/ontknoop.db"))
        #expect(DatabaseLocation("postgres://h/d") == .postgres(url: "postgres://h/d", connections: 10))
    }

    @Test(arguments: [
        "postgres://anja:geheim@db.example.nl:5432/ontknoop", "postgres://anja:ge@heim@db.example.nl:5432/ontknoop",
        "postgres://anja:ge?heim@db.example.nl:5432/ontknoop",
        "postgres://anja@db.example.nl:5432/ontknoop?password=geheim",
    ])
    func `the password is never shown`(url: String) {
        let location = DatabaseLocation(url)
        var dumped = ""
        dump(location, to: &dumped)

        #expect(location.description == "postgres://anja@db.example.nl:5432/ontknoop")
        #expect(!"\(location) \(dumped)".contains("heim"))
    }

    @Test(arguments: [
        "postgres://anja:geheim@127.0.0.1:1/ontknoop", "postgres://anja:geheim@127.0.0.1:nee/ontknoop",
        "postgres://anja:geheim@%2Fnowhere/ontknoop?connect_timeout=2",
    ])
    func `a server that is not there is told without the password`(url: String) async {
        let error = await #expect(throws: DatabaseError.self) { _ = try await Database.open(DatabaseLocation(url)) }

        #expect(error?.kind == .connection)
        #expect(error?.description.contains("geheim") == false)
    }
}
