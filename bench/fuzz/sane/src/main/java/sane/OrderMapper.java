package sane;

public interface OrderMapper {
  void touch(long id);
}
