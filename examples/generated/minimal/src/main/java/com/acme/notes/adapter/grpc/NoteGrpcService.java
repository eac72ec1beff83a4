// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.grpc;

import com.acme.notes.application.NoteService;
import com.acme.notes.application.Page;
import com.acme.notes.domain.note.Note;
import com.acme.notes.v1.NoteServiceGrpc;
import com.acme.notes.v1.NoteServiceProto;
import io.grpc.stub.CallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.grpc.stub.StreamObservers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
class NoteGrpcService extends NoteServiceGrpc.NoteServiceImplBase {

  private final NoteService service;

  NoteGrpcService(NoteService service) {
    this.service = service;
  }

  @Override
  public void createNote(
      NoteServiceProto.CreateNoteRequest request,
      StreamObserver<NoteServiceProto.CreateNoteResponse> response) {
    Note note = service.create(NoteMessages.details(request.getNote()));
    response.onNext(
        NoteServiceProto.CreateNoteResponse.newBuilder()
            .setNote(NoteMessages.message(note))
            .build());
    response.onCompleted();
  }

  @Override
  public void getNote(
      NoteServiceProto.GetNoteRequest request,
      StreamObserver<NoteServiceProto.GetNoteResponse> response) {
    Note note = service.get(ValueMessages.uuid(request.getId()));
    response.onNext(
        NoteServiceProto.GetNoteResponse.newBuilder().setNote(NoteMessages.message(note)).build());
    response.onCompleted();
  }

  @Override
  public void listNotes(
      NoteServiceProto.ListNotesRequest request,
      StreamObserver<NoteServiceProto.ListNotesResponse> response) {
    Page<Note> page = service.list(request.getPageSize(), request.getPageToken());
    response.onNext(
        NoteServiceProto.ListNotesResponse.newBuilder()
            .addAllNotes(page.items().stream().map(NoteMessages::message).toList())
            .setNextPageToken(page.nextToken() == null ? "" : page.nextToken())
            .build());
    response.onCompleted();
  }

  /** Reads on only while the caller takes what it is sent, and stops when the caller is gone. */
  @Override
  public void streamNotes(
      NoteServiceProto.StreamNotesRequest request,
      StreamObserver<NoteServiceProto.StreamNotesResponse> response) {
    StreamObservers.copyWithFlowControl(
        service.stream()
            .map(NoteMessages::message)
            .map(each -> NoteServiceProto.StreamNotesResponse.newBuilder().setNote(each).build())
            .iterator(),
        (CallStreamObserver<NoteServiceProto.StreamNotesResponse>) response);
  }

  @Override
  public void updateNote(
      NoteServiceProto.UpdateNoteRequest request,
      StreamObserver<NoteServiceProto.UpdateNoteResponse> response) {
    Note note =
        service.update(
            ValueMessages.uuid(request.getId()),
            request.getVersion(),
            NoteMessages.details(request.getNote()));
    response.onNext(
        NoteServiceProto.UpdateNoteResponse.newBuilder()
            .setNote(NoteMessages.message(note))
            .build());
    response.onCompleted();
  }

  @Override
  public void deleteNote(
      NoteServiceProto.DeleteNoteRequest request,
      StreamObserver<NoteServiceProto.DeleteNoteResponse> response) {
    service.delete(
        ValueMessages.uuid(request.getId()), request.hasVersion() ? request.getVersion() : null);
    response.onNext(NoteServiceProto.DeleteNoteResponse.getDefaultInstance());
    response.onCompleted();
  }
}
