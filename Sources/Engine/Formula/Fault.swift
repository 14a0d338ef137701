/// What stopped an element instance; becomes an incident.
struct Fault: Error {
    let cause: Incident.Cause

    init(_ cause: Incident.Cause) { self.cause = cause }
}
